import hashlib
from dataclasses import InitVar, dataclass
from typing import Any, Mapping, Optional

from airbyte_cdk.models import FailureType
from airbyte_cdk.sources.declarative.auth.declarative_authenticator import DeclarativeAuthenticator
from airbyte_cdk.sources.declarative.interpolation import InterpolatedString
from airbyte_cdk.sources.declarative.requesters.error_handlers import DefaultErrorHandler
from airbyte_cdk.sources.declarative.requesters.error_handlers.backoff_strategy import BackoffStrategy
from airbyte_cdk.sources.declarative.requesters.paginators.strategies.pagination_strategy import PaginationStrategy
from airbyte_cdk.sources.streams.http.error_handlers.response_models import ErrorResolution, ResponseAction


@dataclass
class Signature(DeclarativeAuthenticator):
    secret: str
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    def __post_init__(self, parameters):
        self.key = InterpolatedString.create(self.secret, parameters=parameters).eval(self.config)

    def __call__(self, request):
        body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
        request.headers["X-Signature"] = hashlib.sha256(self.key.encode() + body).hexdigest()
        return request


@dataclass
class Teapots(DefaultErrorHandler):
    def interpret_response(self, response_or_exception):
        if getattr(response_or_exception, "status_code", None) == 418:
            return ErrorResolution(ResponseAction.RETRY, FailureType.transient_error, "a teapot")
        return super().interpret_response(response_or_exception)


@dataclass
class LastId(PaginationStrategy):
    size: int
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    @property
    def initial_token(self):
        return None

    def next_page_token(self, response, last_page_size, last_record, last_page_token_value=None):
        rows = response.json()["rows"]
        return last_record["id"] if last_page_size >= self.size and len(rows) == self.size else None

    def get_page_size(self):
        return self.size


@dataclass
class Asked(BackoffStrategy):
    factor: int
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    def backoff_time(self, response_or_exception, attempt_count):
        return float(response_or_exception.headers["X-Wait"]) * self.factor + attempt_count
