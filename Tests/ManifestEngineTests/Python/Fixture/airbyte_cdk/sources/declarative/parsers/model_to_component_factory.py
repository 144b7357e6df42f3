"""A factory that hands a class its definition, its configuration and its options."""

import importlib


class ModelToComponentFactory:
    def __init__(self, connector_state_manager=None):
        self.PYDANTIC_MODEL_TO_CONSTRUCTOR = {}

    def create_component(self, model, definition, config, **options):
        if getattr(model, "__name__", "") == "DeclarativeStream":
            constructor = self.PYDANTIC_MODEL_TO_CONSTRUCTOR["CustomRetriever"]
            return constructor(definition["retriever"], config, name=definition["name"])
        if "class_name" not in definition:
            return model
        return self.create_custom_component(definition, config, **options)

    def create_custom_component(self, model, config, **options):
        module, _, name = model["class_name"].rpartition(".")
        made = getattr(importlib.import_module(module), name)()
        made.definition, made.config, made.options = model, config, options
        return made
