from dataclasses import dataclass

from airbyte_cdk.sources.declarative.transformations.config_transformations.config_transformation import (
    ConfigTransformation,
)
from airbyte_cdk.sources.declarative.validators.validation_strategy import ValidationStrategy


@dataclass
class Region(ConfigTransformation):
    def transform(self, config):
        config["region"] = {"at": "europe"}.get(config["country"], "nowhere")


@dataclass
class Known(ValidationStrategy):
    def validate(self, value):
        if value == "nowhere":
            raise ValueError("there is no such region")
