"""What the columns of a table are for, told by their names; an Anki note's fields go by the same names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

#: meaning -> names, folded; of two columns for one thing the name that stands first here is taken
_NAMES: Mapping[str, str] = {
    "ask": "ask question questions questiontext questionstem questionmax120characters prompt stem q front recto "
    "vorderseite anverso fronte frente vraag frage pregunta domanda pergunta fråga spørgsmål otázka pytanie soru "
    "kérdés вопрос питання 问题 問題 题目 題目 题干 問題文 질문 문제 clue query problem text statement sentence "
    "质问 質問 質問文 설문 expression term word item title input",
    "answer": "correctanswer correctanswers correctanswertext rightanswer rightanswers correctoption correctoptions "
    "correctchoice correctindex correctanswerindex correctletter answerkey answerindex correct right answer "
    "answertext correction acceptedanswers a back verso rückseite reverso retro antwort antwoord respuesta risposta "
    "resposta reponse réponse svar odpověď odpowiedź cevap válasz ответ відповідь 答案 答え "
    "正确答案 正確答案 回答 정답 "
    "response solution key answers definition meaning translation target",
    "wrong": "wrong wronganswer wronganswers incorrect incorrectanswer incorrectanswers distractor distractors "
    "falseanswers badanswers",
    "options": "options choices answeroptions answerchoices questionanswers questionoptions alternatives "
    "possibleanswers allanswers",
    "aliases": "aliases alias alternateanswers acceptable alsoaccepted synonyms",
    "why": "why explanation explain feedback generalfeedback rationale comment comments note notes remark remarks "
    "extra backextra didyouknow funfact",
    "source": "source reference references citation link",
    "quote": "quote",
    "tags": "tags tag category categories topic topics subject difficulty level theme round subcategory subtopic "
    "thème thema tema тема kategorie catégorie categorie categoría categoria kategoria kategori категория "
    "schwierigkeit niveau difficulté difficulte dificultad dificuldade nível nivel livello сложность",
    "id": "id uid guid questionid idnumber",
    "kind": "kind type questiontype qtype",
    "tolerance": "tolerance margin",
    "unit": "unit units",
}
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}
_RANK = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split())}
_PLACE = "[a-h]|\\d{1,2}|one|two|three|four|five|six"
_OPTION = (
    "answer|anwser|awnser|ans|response|option|opt|choice|alternative|reponse|réponse|antwort|respuesta|opción|opcion|resposta|"
    "alternativa|opção|opcao|risposta|opzione|antwoord|svar|odpowiedź|odpowiedz|odpověď|válasz|cevap|ответ|вариант|"
    "选项|選項|答案|選択肢|보기|선택지"
)
_RIGHT = (
    "correct|right|true|bonne|juste|correcte|exacte|richtige|korrekte|correcta|correta|certa|corretta|esatta|giusta|"
    "juiste|goede|rätt|rigtig|riktig|poprawna|prawidłowa|prawidlowa|správná|helyes|doğru|правильный|верный|正确|正確|正解"
)
_WHICH = "index|idx|letter|id|key|no|num|number|position|text|value"
#: what a column's name says by a pattern; an exact name comes first
_PATTERNS = {
    "ask": re.compile(r"question(?:text)?1"),
    "wrong": re.compile(rf"(?:wrong|incorrect|distractor|false)(?:{_OPTION})?s?(?:{_PLACE})"),
    "options": re.compile(rf"(?:{_OPTION})s?(?:text)?(?:{_PLACE})(?:text|max75characters)?"),
    "flags": re.compile(rf"(?:{_OPTION})s?(?:{_PLACE})(?:is)?correct|(?:is)?correct(?:{_OPTION})?\d{{1,2}}"),
    "answer": re.compile(
        rf"(?:{_RIGHT})(?:{_OPTION})?s?(?:{_WHICH})?s?|(?:{_OPTION})s?(?:{_RIGHT})|(?:{_OPTION}|solution)(?:{_WHICH})"
    ),
}
_ONCE = frozenset(("ask", "answer", "id", "kind", "tolerance", "unit", "source", "quote"))
_LISTED = frozenset(("answers", "solutions"))  # beside a column for the right one
_BARE = ("abcdefgh", "12345678")
_IDLE = re.compile(r"[\W_]")


def folded(name: str) -> str:
    """A column's name without case, spaces and signs."""
    return _IDLE.sub("", name.casefold())


def meanings(names: Sequence[str]) -> list[str]:
    """What each column is for: a key of a bank's question, ``options``, or ``flags`` that say which of these are right.

    It is empty where it is not known.

    Bare letters are options where A and B stand there, else A is the answer to Q; bare numbers are where 1 and 2 do.
    Of two columns for one thing the likelier is taken; "answers" beside a column for the right one are options.
    """
    plain = [folded(name) for name in names]
    bare = frozenset().union(*(signs for signs in _BARE if set(signs[:2]) <= set(plain)))
    found = ["options" if name in bare else _MEANING.get(name) or _by_pattern(name) for name in plain]
    for place, name in enumerate(plain):
        if name not in _MEANING and name in plain[:place]:
            found[place] = ""  # "option a" again: the same in another language
    for meaning in _ONCE & set(found):
        places = [place for place, each in enumerate(found) if each == meaning]
        for place in sorted(places, key=lambda place: _RANK.get(plain[place], 0))[1:]:
            found[place] = "options" if plain[place] in _LISTED else ""
    return found


def _by_pattern(name: str) -> str:
    return next((meaning for meaning, pattern in _PATTERNS.items() if pattern.fullmatch(name)), "")


def is_head(names: Sequence[str]) -> bool:
    """Whether a row names columns: that of the question, and one more."""
    found = meanings(names)
    return "ask" in found and len(list(filter(None, found))) > 1
