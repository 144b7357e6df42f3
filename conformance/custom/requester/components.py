import json
from dataclasses import InitVar, dataclass
from typing import Any, Mapping

import requests

from airbyte_cdk.sources.declarative.requesters.requester import HttpMethod, Requester


@dataclass
class Echo(Requester):
    """Gives back what it would send, three pages of it."""

    name: str
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    def send_request(
        self,
        stream_state=None,
        stream_slice=None,
        next_page_token=None,
        path=None,
        request_headers=None,
        request_params=None,
        request_body_data=None,
        request_body_json=None,
        log_formatter=None,
    ):
        page = (request_params or {}).get("page") or 1
        if page == 3:
            return None
        row = {
            "letter": stream_slice["letter"],
            "token": next_page_token,
            "path": path,
            "headers": dict(request_headers or {}),
            "parameters": dict(request_params or {}),
            "data": request_body_data,
            "json": request_body_json,
            "name": self.name,
        }
        response = requests.Response()
        response.status_code = 200
        response.url = "http://echo"
        response.request = requests.Request("GET", "http://echo").prepare()
        response._content = json.dumps({"rows": [row]}).encode()
        return response

    def get_authenticator(self):
        return None

    def get_url(self, **kwargs):
        return ""

    def get_url_base(self, **kwargs):
        return ""

    def get_path(self, **kwargs):
        return ""

    def get_method(self):
        return HttpMethod.GET

    def get_request_params(self, **kwargs):
        return {}

    def get_request_headers(self, **kwargs):
        return {}

    def get_request_body_data(self, **kwargs):
        return {}

    def get_request_body_json(self, **kwargs):
        return {}
