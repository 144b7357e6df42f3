from dataclasses import InitVar, dataclass
from typing import Any, Iterable, List, Mapping, Optional

from airbyte_cdk.sources.declarative.decoders import Decoder
from airbyte_cdk.sources.declarative.extractors.record_extractor import RecordExtractor
from airbyte_cdk.sources.declarative.extractors.record_filter import RecordFilter
from airbyte_cdk.sources.declarative.schema import SchemaLoader
from airbyte_cdk.sources.declarative.transformations import RecordTransformation
from airbyte_cdk.sources.utils.transform import TransformConfig, TypeTransformer


@dataclass
class Rows(RecordExtractor):
    path: str
    config: Mapping[str, Any]
    parameters: InitVar[Mapping[str, Any]]

    def extract_records(self, response):
        print("printed text does not disturb anything")
        for row in response.json()[self.path]:
            yield {**row, "kind": response.headers.get("x-kind"), "status": response.status_code}


@dataclass
class OnlyAbove(RecordFilter):
    least: int = 0

    def filter_records(self, records, stream_state=None, stream_slice=None, next_page_token=None):
        for record in records:
            if record["id"] >= self.least:
                record["token"] = next_page_token
                yield record


@dataclass
class Prefix(RecordTransformation):
    prefix: str = "none_"
    parameters: Optional[Mapping[str, Any]] = None

    def transform(self, record, config=None, stream_state=None, stream_slice=None):
        for key in ("id", "note"):
            record[(self.parameters or {}).get("prefix", self.prefix) + key] = record.pop(key)
        record["config"] = sorted(name for name in config or {} if not name.startswith("__"))


class Texts(TypeTransformer):
    def __init__(self, *args, **kwargs):
        super().__init__(TransformConfig.DefaultSchemaNormalization | TransformConfig.CustomSchemaNormalization)
        self.registerCustomTransform(self.text)

    @staticmethod
    def text(value, schema):
        return f"<{value}>" if schema.get("type") == "string" else value


@dataclass
class Pairs(Decoder):
    parameters: InitVar[Mapping[str, Any]] = None

    def is_stream_response(self):
        return False

    def decode(self, response):
        for line in response.text.split():
            key, value = line.split("=")
            yield {"key": key, "value": value}


@dataclass
class PairSchema(SchemaLoader):
    config: Mapping[str, Any]

    def get_json_schema(self):
        return {"type": "object", "properties": {"key": {"type": "string"}, "url": {"const": self.config["url"][:4]}}}
