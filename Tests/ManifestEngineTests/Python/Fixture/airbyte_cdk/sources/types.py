"""A slice, as far as the worker uses it."""


class StreamSlice(dict):
    def __init__(self, *, partition, cursor_slice, extra_fields=None):
        super().__init__({**partition, **cursor_slice})
        self.partition, self.cursor_slice, self.extra_fields = partition, cursor_slice, extra_fields or {}
