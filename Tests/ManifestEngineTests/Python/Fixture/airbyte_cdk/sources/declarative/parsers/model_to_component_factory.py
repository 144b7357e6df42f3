"""A factory that hands a class its definition, its configuration and its options."""

import sys


class ModelToComponentFactory:
    def create_component(self, model, definition, config, **options):
        if "class_name" not in definition:
            return model
        made = getattr(sys.modules["components"], definition["class_name"].split(".")[-1])()
        made.definition, made.config, made.options = definition, config, options
        return made
