"""The parts of the step `clean`: bytes to text, HTML to paragraphs, and what a text tells about itself. In: a page's
bytes, its markup or its text; out: strings, spans and codes. Each file is one question, and none asks another step.

    binary → decode → html | lines → headings → furniture, and beside them: date, language
"""
