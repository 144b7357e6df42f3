"""Responses and requests, as far as the worker uses them."""

import json
from types import SimpleNamespace


class _Headers(dict):
    def __getitem__(self, name):
        return next(value for key, value in self.items() if key.lower() == name.lower())


class Response:
    def __init__(self):
        self.headers = _Headers()

    @property
    def content(self):
        return self._content

    def json(self):
        return json.loads(self._content)


class PreparedRequest:
    pass


exceptions = SimpleNamespace(ConnectionError=type("ConnectionError", (Exception,), {}))
hooks = SimpleNamespace(default_hooks=dict)
structures = SimpleNamespace(CaseInsensitiveDict=_Headers)
utils = SimpleNamespace(get_encoding_from_headers=lambda headers: None)
