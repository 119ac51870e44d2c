"""Where a Korean sentence ends, told by its last letters: a heading or a broken line does not end so."""

import re

# Nouns end in these letters too: 개요, 필요, 람다, 바다 …
_VERB = r"(?<![람바소])다|(?<![개필주중소수강민])요|[가-힣]죠"
SENTENCE_END = re.compile(rf"(?:[.!。…,，]|{_VERB})[)\"'”’*_]*\s*$")
