"""What is installed works without the checkout: templates, configuration, migrations and samples travel with it."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def command(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command in an empty folder, where nothing of the checkout is within reach."""
    away = site.parent / "away"
    away.mkdir(exist_ok=True)
    start = f"import sys; sys.path.insert(0, {str(site)!r}); from mailworker.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-P", "-c", start, *arguments],
        cwd=away, capture_output=True, text=True, timeout=60, check=False,
        env={"PATH": "/usr/bin:/bin", "MAILWORKER_DATABASE__URL": f"sqlite:///{away / 'ledger.db'}"},
    )  # fmt: skip


def test_the_installed_command_reads_mail_with_the_configuration_that_came_with_it(installed: Path) -> None:
    mail = ROOT / "mailworker" / "demo" / "mails" / "01-outlook-twee-tafels.eml"
    read = command(installed, "explain", "--json", str(mail))
    assert read.returncode == 0, read.stderr
    (request,) = json.loads(read.stdout)["requests"]
    assert request["tables"] == ["grondwater", "hemelwater"]


def test_the_installed_command_finds_its_templates_and_makes_its_database(installed: Path) -> None:
    made = command(installed, "db", "upgrade")
    assert made.returncode == 0, made.stderr
    checked = command(installed, "check")
    parts = [line.split()[:2] for line in checked.stdout.splitlines() if line.startswith((" ok", "FAIL"))]
    assert parts == [
        ["ok", "configuration"],
        ["ok", "templates"],
        ["ok", "database"],
        ["FAIL", "IMAP"],
        ["FAIL", "SMTP"],
    ]
    assert str(installed / "mailworker" / "_shipped" / "templates") in checked.stdout


def test_the_demo_plays_from_the_installed_command(installed: Path) -> None:
    played = command(installed, "demo")
    assert (played.returncode, played.stderr) == (0, "")
    assert "mails were sent" in played.stdout
