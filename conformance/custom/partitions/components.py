from dataclasses import InitVar, dataclass
from typing import Any, Mapping, Optional

from airbyte_cdk.sources.declarative.migrations.state_migration import StateMigration
from airbyte_cdk.sources.declarative.partition_routers.partition_router import PartitionRouter
from airbyte_cdk.sources.types import StreamSlice


@dataclass
class Letters(PartitionRouter):
    letters: str
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    def stream_slices(self):
        for letter, note in zip(self.letters, ("first", "second")):
            yield StreamSlice(partition={"letter": letter}, cursor_slice={}, extra_fields={"note": note})

    def get_request_params(self, *, stream_state=None, stream_slice=None, next_page_token=None):
        return {"letter": stream_slice["letter"].upper()}

    def get_request_headers(self, *, stream_state=None, stream_slice=None, next_page_token=None):
        return {"X-Letter": stream_slice["letter"]}

    def get_request_body_data(self, *, stream_state=None, stream_slice=None, next_page_token=None):
        return {}

    def get_request_body_json(self, *, stream_state=None, stream_slice=None, next_page_token=None):
        return {}

    def set_initial_state(self, stream_state):
        pass

    def get_stream_state(self):
        return None


@dataclass
class OldState(StateMigration):
    declarative_stream: Any
    config: Mapping[str, Any]

    def should_migrate(self, stream_state):
        return "old" in stream_state

    def migrate(self, stream_state):
        field = self.declarative_stream.incremental_sync.cursor_field
        states = [
            {"partition": {"letter": letter}, "cursor": {field: value}} for letter, value in stream_state["old"].items()
        ]
        return {"states": states, "use_global_cursor": False}
