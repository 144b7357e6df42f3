from dataclasses import dataclass

from airbyte_cdk.sources.declarative.partition_routers import SubstreamPartitionRouter


@dataclass
class Open(SubstreamPartitionRouter):
    def stream_slices(self):
        for partition in super().stream_slices():
            if partition["parent_id"] != 2:
                yield partition
