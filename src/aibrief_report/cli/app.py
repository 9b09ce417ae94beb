"""The commands, each loaded only when it is called, and the one place that turns errors into words."""

from __future__ import annotations

import errno
import importlib
import json
import sys
import traceback
from collections.abc import Sequence

import click

from aibrief_report.errors import BriefError, Fault, UsageError
from aibrief_report.versions.toolkit import VERSION

DONE, FAULTY, MISUSED = 0, 1, 2

COMMANDS = {
    "build": "aibrief_report.cli.build",
    "check": "aibrief_report.cli.check",
    "claims": "aibrief_report.cli.claims",
    "data": "aibrief_report.cli.data",
    "diff": "aibrief_report.cli.diff",
    "extract": "aibrief_report.cli.extract",
    "gc": "aibrief_report.cli.gc",
    "list": "aibrief_report.cli.list",
    "log": "aibrief_report.cli.log",
    "new": "aibrief_report.cli.new",
    "number-check": "aibrief_report.cli.number_check",
    "outdated": "aibrief_report.cli.outdated",
    "publish": "aibrief_report.cli.publish",
    "rebuild": "aibrief_report.cli.rebuild",
    "recall": "aibrief_report.cli.recall",
    "send": "aibrief_report.cli.send",
    "stamp": "aibrief_report.cli.stamp",
    "trace": "aibrief_report.cli.trace",
    "verify": "aibrief_report.cli.verify",
}
"""The module of each command; it holds a click command named `command`."""


class Lazy(click.Group):
    """A group that imports a command when it is called or its help is shown."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, `None` where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called. Raises `click.UsageError` with the nearest one as a hint."""
        from aibrief_report.inputs.nearest import nearest

        name = args[0]
        if self.get_command(ctx, name) is None:
            hint = nearest(name, COMMANDS) or f"the commands are: {', '.join(sorted(COMMANDS))}"
            raise click.UsageError(f"there is no command {name!r}: {hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples:\n\n  aibrief build us-china-ai-rivalry\n\n  aibrief data china investment",
)
@click.option(
    "-C", "folder", default=".", metavar="DIR", help="The project's folder (default: here or above)."
)
@click.option("--traceback", is_flag=True, help="Show where in the toolkit an error arose.")
@click.version_option(VERSION, prog_name="aibrief")
@click.pass_context
def app(context: click.Context, folder: str, traceback: bool) -> None:
    """Turn curated tables and narrative templates into a policy brief: PDF, DOCX and HTML."""
    if sys.flags.optimize > 1:
        hint = "start it without -OO, and with no PYTHONOPTIMIZE above 1"
        raise UsageError(Fault("Python was told to drop docstrings, which Altair draws charts by", hint=hint))
    context.obj = folder


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code. What is wrong is printed to standard error."""
    try:
        result = app.main(args=list(arguments), prog_name="aibrief", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        return FAULTY
    except click.ClickException as error:
        error.show()
        return MISUSED
    except UsageError as error:
        return _tell(error, arguments, MISUSED)
    except BriefError as error:
        return _tell(error, arguments, FAULTY)
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            return _tell(UsageError(Fault("a name is longer than this system allows")), arguments, MISUSED)
        # A fault of the toolkit, not of the brief: the analyst is told so, and shown no traceback unasked.
        if "--traceback" in arguments:
            raise
        message = f"the toolkit itself failed: {type(error).__name__}: {error}"
        return _tell(BriefError(Fault(message, hint="aibrief --traceback … shows where")), arguments, FAULTY)
    return result if isinstance(result, int) else DONE


def _tell(error: BriefError, arguments: Sequence[str], code: int) -> int:
    if "--traceback" in arguments:
        traceback.print_exception(error, file=sys.stderr)
    elif "--json" in arguments:
        click.echo(
            json.dumps({"faults": [_fault(one) for one in error.faults]}, ensure_ascii=False, indent=1)
        )
    else:
        click.echo(str(error), err=True)
        count = len(error.faults)
        if count > 1:
            click.echo(f"{count} faults", err=True)
    return code


def _fault(fault: Fault) -> dict[str, object]:
    place = fault.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": fault.message,
        "hint": fault.hint,
    }
