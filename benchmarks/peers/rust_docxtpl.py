"""Fill the template named on the command line with each line of values on stdin; answer with CPU milliseconds."""

import io
import json
import sys
import time
from pathlib import Path

from docxtpl import DocxTemplate

template, last = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
for line in sys.stdin:
    letters = json.loads(line)
    begin = time.process_time()
    for values in letters:
        word = DocxTemplate(io.BytesIO(template))
        word.render(values, autoescape=True)
        out = io.BytesIO()
        word.save(out)
    print((time.process_time() - begin) * 1000 / len(letters), flush=True)
    last.write_bytes(out.getvalue())
