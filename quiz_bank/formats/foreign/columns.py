"""What the columns of a table are for, told by their names; an Anki note's fields go by the same names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

#: meaning -> names, folded; of two columns for one thing the name that stands first here is taken
_NAMES: Mapping[str, str] = {
    "ask": "ask question questiontext questionstem questionmax120characters prompt stem q front recto vorderseite "
    "anverso fronte frente vraag frage pregunta domanda pergunta fråga spørgsmål otázka pytanie soru kérdés "
    "вопрос питання 问题 問題 题目 題目 질문 clue query problem text statement sentence "
    "expression term word item title",
    "answer": "correctanswer correctanswers correctanswertext rightanswer rightanswers correctoption correctoptions "
    "correctchoice correctindex correctanswerindex correctletter answerkey answerindex correct right answer "
    "answertext acceptedanswers a back verso rückseite reverso retro antwort antwoord respuesta risposta "
    "resposta reponse réponse svar odpověď odpowiedź cevap válasz ответ відповідь 答案 答え 回答 정답 "
    "response solution key answers definition meaning translation",
    "wrong": "wrong wronganswer wronganswers incorrect incorrectanswer incorrectanswers distractor distractors "
    "falseanswers badanswers",
    "options": "options choices answeroptions answerchoices alternatives possibleanswers allanswers",
    "aliases": "aliases alias alternateanswers acceptable alsoaccepted synonyms",
    "why": "why explanation explain feedback generalfeedback rationale comment comments note notes remark remarks "
    "extra backextra didyouknow funfact",
    "source": "source reference references citation link",
    "quote": "quote",
    "tags": "tags tag category categories topic topics subject difficulty level theme round subcategory",
    "id": "id uid guid questionid idnumber",
    "kind": "kind type questiontype qtype",
    "tolerance": "tolerance margin",
    "unit": "unit units",
}
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}
_RANK = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split())}
_NUMBERED = {
    "wrong": re.compile(r"(?:wrong|incorrect|distractor|false)(?:answer|option|choice)?\d{1,2}"),
    "options": re.compile(
        r"(?:option|choice|answer|ans|alternative|opt|reponse|réponse|antwort)(?:[a-h]|\d{1,2})(?:max75characters)?"
    ),
}
_ONCE = frozenset(("ask", "answer", "id", "kind", "tolerance", "unit", "source", "quote"))
_IDLE = re.compile(r"[\W_]")


def folded(name: str) -> str:
    """A column's name without case, spaces and signs."""
    return _IDLE.sub("", name.casefold())


def meanings(names: Sequence[str]) -> list[str]:
    """What each column is for: a key of a bank's question, or ``options``; empty where it is not known.

    Bare letters are options where A and B stand there; else A is the answer to Q. Of two columns for one thing the
    likelier is taken; "answers" beside a column for the right one are options.
    """
    plain = [folded(name) for name in names]
    letters = frozenset("abcdefgh") if {"a", "b"} <= set(plain) else frozenset()
    found = ["options" if name in letters else _MEANING.get(name) or _numbered(name) for name in plain]
    for meaning in _ONCE & set(found):
        places = [place for place, each in enumerate(found) if each == meaning]
        for place in sorted(places, key=lambda place: _RANK.get(plain[place], 99))[1:]:
            found[place] = "options" if plain[place] == "answers" else ""
    return found


def _numbered(name: str) -> str:
    return next((meaning for meaning, pattern in _NUMBERED.items() if pattern.fullmatch(name)), "")


def is_head(names: Sequence[str]) -> bool:
    """Whether a row names columns: that of the question, and one more."""
    found = meanings(names)
    return "ask" in found and len(list(filter(None, found))) > 1
