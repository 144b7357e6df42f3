"""Addresses, headers and cookies."""

from __future__ import annotations

import json
import os
from http.client import HTTPMessage
from types import SimpleNamespace
from unittest.mock import patch
from urllib.parse import quote_plus, urldefrag

import requests
import time_machine
from airbyte_cdk.sources.declarative.requesters.http_requester import HttpRequester
from airbyte_cdk.sources.streams.http import HttpClient
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, get_cookie_header

from .text import compact


def _prepared(address: str) -> requests.PreparedRequest:
    return requests.Request("GET", address).prepare()


def _adding(given: str, argument: str) -> str:
    """An address with parameters, without those that are in it already, as it is sent."""
    parameters = HttpClient._dedupe_query_params(None, given, json.loads(argument))
    return urldefrag(requests.Request("GET", given, params=parameters).prepare().url or "").url


def _links(given: str) -> dict[str, dict[str, str]]:
    response = requests.Response()
    response.headers["Link"] = given
    return response.links


def _link_addresses(given: str, _: str) -> str:
    return compact({relation: link.get("url") for relation, link in _links(given).items()})


@time_machine.travel(1_750_000_000, tick=False)
def _cookies(given: str, _: str) -> str:
    """The cookies that go with a request: `{"from": address, "set": headers, "to": address}`; `none` without any."""
    values = json.loads(given)
    message = HTTPMessage()
    for header in values["set"]:
        message["Set-Cookie"] = header
    jar = RequestsCookieJar()
    answer = SimpleNamespace(_original_response=SimpleNamespace(msg=message))
    extract_cookies_to_jar(jar, _prepared(values["from"]), answer)
    return get_cookie_header(jar, _prepared(values["to"])) or "none"


def _proxy(given: str, argument: str) -> str:
    """The proxy of an address with these environment variables, or `none`."""
    with patch.dict(os.environ, json.loads(argument), clear=True):
        proxies = requests.utils.resolve_proxies(_prepared(given), {})
        return requests.utils.select_proxy(given, proxies) or "none"


EVALUATORS = {
    "http.adding": _adding,
    "http.address": lambda given, _: _prepared(given).url or "",
    "http.cookies": _cookies,
    "http.form": lambda given, _: quote_plus(given),
    "http.join": lambda given, argument: HttpRequester._join_url(given, argument),
    "http.link_addresses": _link_addresses,
    "http.links": lambda given, _: compact(_links(given)),
    "http.proxy": _proxy,
}
