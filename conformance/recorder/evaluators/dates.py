"""Dates, spans of time and zones."""

from __future__ import annotations

import zoneinfo._zoneinfo as zone_files
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytz
from airbyte_cdk.sources.declarative.datetime.datetime_parser import DatetimeParser
from airbyte_cdk.sources.declarative.interpolation.macros import duration, str_to_datetime

from .faults import worded

_PARSER = DatetimeParser()
_MICROSECOND = timedelta(microseconds=1)


def _value(text: str) -> datetime:
    """`microseconds|offset`: the wall clock since 1970, and seconds east of UTC or nothing."""
    wall, offset = text.split("|")
    zone = timezone(timedelta(seconds=int(offset))) if offset else None
    # timezone.utc prints in another way than a zone of no offset.
    if offset == "0":
        zone = timezone.utc
    return datetime(1970, 1, 1, tzinfo=zone) + int(wall) * _MICROSECOND


def _span(text: str) -> timedelta:
    return int(text) * _MICROSECOND


def _calendar_date(given: str) -> date:
    return date(*(int(part) for part in given.replace("-", " ").split()))


def _date_parts(given: str, _: str) -> str:
    day = _calendar_date(given)
    iso = "-".join(str(part) for part in day.isocalendar())
    return f"{day} {day.toordinal()} {day.weekday()} {day.timetuple().tm_yday} {iso}"


def _time_of_first_day(given: str, _: str) -> datetime:
    return datetime(1, 1, 1, *(int(part) for part in given.split()))


def _texts(given: str, _: str) -> str:
    value = _value(given)
    return f"{value.isoformat()}|{value}|{value.timestamp()}|{value.tzname() or ''}"


def _span_texts(given: str, _: str) -> str:
    span = _span(given)
    return f"{span}|{span.total_seconds()}|{span.days}|{span!r}"


def _ratio(given: str, argument: str) -> str:
    span, other = _span(given), _span(argument)
    return f"{span / other} {span // other} {(span % other) // _MICROSECOND}"


def _divided_whole(given: str, argument: str) -> str:
    span, divisor = _span(given), int(argument)
    return f"{(span / divisor) // _MICROSECOND} {(span // divisor) // _MICROSECOND}"


def _rule_offset(given: str, argument: str) -> str:
    """Seconds east of UTC by a rule such as `EST5EDT,M3.2.0,M11.1.0`."""
    rule = zone_files._parse_tz_str(given)
    if isinstance(rule, zone_files._ttinfo):
        return str(rule.utcoff // timedelta(seconds=1))
    moment = int(argument)
    year = datetime.fromtimestamp(moment, tz=timezone.utc).year
    info = rule.get_trans_info_fromutc(moment, year)
    return str(info[0].utcoff // timedelta(seconds=1)) if isinstance(info, tuple) else str(
        info.utcoff // timedelta(seconds=1)
    )


def _zone_offset(given: str, argument: str) -> str:
    """Seconds east of UTC. The reference finds zones by pytz, in any case of letters; pytz knows no rule after 2037."""
    zone = ZoneInfo(pytz.timezone(given).zone)
    offset = datetime.fromtimestamp(int(argument), tz=zone).utcoffset()
    assert offset is not None
    return str(offset // timedelta(seconds=1))


def _moved(value: Callable[[str], Any], sign: int) -> Callable[[str, str], str]:
    """A date or time plus or minus an ISO 8601 duration."""

    def evaluate(given: str, argument: str) -> str:
        start = value(argument)
        span = duration(given)
        return str((start + span if sign > 0 else start - span).isoformat())

    return evaluate


EVALUATORS = {
    "date.fault": worded(lambda given, _: _calendar_date(given)),
    "date.minus": _moved(date.fromisoformat, -1),
    "date.parts": _date_parts,
    "date.plus": _moved(date.fromisoformat, 1),
    "datetime.fault": worded(_time_of_first_day),
    "datetime.minus": _moved(datetime.fromisoformat, -1),
    "datetime.plus": _moved(datetime.fromisoformat, 1),
    "datetime.repr": lambda given, _: repr(_value(given)),
    "datetime.strftime": lambda given, argument: _value(argument).strftime(given),
    "datetime.strptime": lambda given, argument: datetime.strptime(argument, given).isoformat(),
    "datetime.strptime_repr": lambda given, argument: repr(datetime.strptime(argument, given)),
    "datetime.texts": _texts,
    "macro.duration": lambda given, _: str(duration(given)),
    "macro.duration_fault": worded(lambda given, _: duration(given)),
    "macro.str_to_datetime": lambda given, _: str_to_datetime(given).isoformat(),
    "macro.str_to_datetime_fault": worded(lambda given, _: str_to_datetime(given)),
    "parser.format": lambda given, argument: _PARSER.format(_value(argument), given),
    "parser.parse": lambda given, argument: _PARSER.parse(argument, given).isoformat(),
    "parser.parse_fault": worded(lambda given, argument: _PARSER.parse(argument, given)),
    "parser.parse_float": lambda given, argument: _PARSER.parse(float(argument), given).isoformat(),
    "parser.parse_int": lambda given, argument: _PARSER.parse(int(argument), given).isoformat(),
    "timedelta.days": lambda given, _: repr(timedelta(days=float(given))),
    "timedelta.divided": lambda given, argument: str((_span(given) / float(argument)) // _MICROSECOND),
    "timedelta.divided_whole": _divided_whole,
    "timedelta.ratio": _ratio,
    "timedelta.texts": _span_texts,
    "timedelta.times": lambda given, argument: str((_span(given) * float(argument)) // _MICROSECOND),
    "zone.offset": _zone_offset,
    "zone.rule_offset": _rule_offset,
}
