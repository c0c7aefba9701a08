"""A module begun by bin/new-module has no name of the template left in it, and compiles."""
import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
with tempfile.TemporaryDirectory() as place:
    modules = pathlib.Path(place) / "modules"
    order = [sys.executable, root / "bin" / "new-module", "field_visits", "field_visit", "পরিদর্শন", "Field visits", "Field visit", "--into", modules]
    subprocess.run(order, check=True, stdout=subprocess.DEVNULL)
    again = subprocess.run(order, capture_output=True, text=True)
    assert again.returncode != 0 and "is there already" in again.stderr, again
    files = [p for p in modules.rglob("*") if p.is_file()]
    assert len(files) >= 9, files
    for path in files:
        text = str(path.relative_to(modules)) + path.read_text(encoding="utf-8")
        for name in ("librar", "Librar", "গ্রন্থাগার"):
            assert name not in text, f"{path}: {name}"
    for path in modules.glob("field_visits/*.cpp"):
        subprocess.run([os.environ.get("CXX", "g++"), "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", f"-I{root}/src", f"-I{place}", str(path)], check=True)
    bad = subprocess.run([sys.executable, root / "bin" / "new-module", "Bad Name", "x", "ক", "X", "X", "--into", modules], capture_output=True, text=True)
    assert bad.returncode != 0 and "small letters" in bad.stderr, bad
