"""`sayso serve`."""

from __future__ import annotations

import os

import click

from sayso.commands.group import main
from sayso.commands.keeping import LEDGER_HELP
from sayso.errors import WebError

PATIENCE = 5  # seconds that a visitor waits for a writer
READ, WRITE = "SAYSO_READ_TOKEN", "SAYSO_WRITE_TOKEN"


@main.command("serve")
@click.option("--ledger", "where", help=LEDGER_HELP)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8181, show_default=True, help="0 takes a free one.")
@click.option("--name", "names", multiple=True, help="A name that the server is reached by, beside its address.")
@click.option("--https", is_flag=True, help="It is reached by https, through a proxy: cookies go no other way.")
def serve_command(where: str | None, host: str, port: int, names: tuple[str, ...], https: bool) -> None:
    """Open a ledger in the browser; one is made where there is none.

    On this machine alone it needs no token. For others to reach it, set SAYSO_WRITE_TOKEN, and SAYSO_READ_TOKEN for
    those who only read.
    """
    try:
        import uvicorn

        from sayso.web.app import Desk
        from sayso.web.safety import LOOPBACK, Guard, check_binding
    except ModuleNotFoundError as error:
        raise WebError(f"the page needs the module {error.name}; pip install 'sayso[web]'.") from error
    from sayso.ledger.ledger import Ledger

    hosts = tuple(dict.fromkeys((*LOOPBACK, host.lower(), *(name.lower() for name in names))))
    guard = Guard(hosts, os.environ.get(READ) or None, os.environ.get(WRITE) or None)
    check_binding(host, guard)
    with Ledger(where, patience=PATIENCE) as ledger:
        config = uvicorn.Config(
            Desk(ledger, guard, secure=https).app(), host=host, port=port, log_level="warning", server_header=False,
            proxy_headers=False, h11_max_incomplete_event_size=64 * 1024, timeout_keep_alive=10,
        )  # fmt: skip
        server = uvicorn.Server(config)
        listening = config.bind_socket()
        at = f"[{host}]" if ":" in host else host
        click.echo(f"{ledger.name}: http://{at}:{listening.getsockname()[1]}/ (Ctrl-C ends it)", err=True)
        server.run(sockets=[listening])
