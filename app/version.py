"""The program's version, told by `--version`, `/healthz` and the OpenAPI document."""

VERSION = "0.1.0"
