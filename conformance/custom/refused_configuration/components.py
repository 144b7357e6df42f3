from dataclasses import dataclass

from airbyte_cdk.sources.declarative.validators.validation_strategy import ValidationStrategy


@dataclass
class Known(ValidationStrategy):
    def validate(self, value):
        if value == "nowhere":
            raise ValueError("there is no such region")
