"""Models: each stands for itself by its name."""


class DeclarativeStream:
    @staticmethod
    def parse_obj(definition):
        return definition


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return name
