from dataclasses import dataclass

from airbyte_cdk.sources.declarative.retrievers import SimpleRetriever
from airbyte_cdk.sources.declarative.transformations import RecordTransformation


@dataclass
class Scroll(SimpleRetriever):
    mark: str = ""

    def read_records(self, records_schema, stream_slice=None):
        for record in super().read_records(records_schema, stream_slice):
            record.data["mark"] = self.mark
            record.data["fields"] = sorted(records_schema["properties"])
            yield record
        yield {"id": "last", "at": "2026-01-03", "letter": stream_slice["letter"]}


class Double(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None):
        record["double"] = record["id"] * 2
