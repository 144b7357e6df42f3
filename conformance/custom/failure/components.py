from dataclasses import dataclass

from airbyte_cdk.sources.declarative.transformations import RecordTransformation


@dataclass
class Broken(RecordTransformation):
    def transform(self, record, config=None, stream_state=None, stream_slice=None):
        raise ValueError(f"cannot change {record['id']}")
