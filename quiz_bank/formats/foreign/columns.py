"""What the columns of a table are for, told by their names; an Anki note's fields go by the same names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

#: meaning -> names, folded; of two columns for one thing the name that stands first here is taken
_NAMES: Mapping[str, str] = {
    "ask": "ask question questions questiontext questionstem questionmax120characters prompt stem q front recto "
    "vorderseite anverso fronte frente vraag frage pregunta domanda pergunta fråga spørgsmål otázka pytanie soru "
    "kérdés вопрос вопросы питання 问题 問題 题目 題目 题干 問題文 질문 문제 fragen preguntas perguntas "
    "questão questões domande pytanie pytania kysymys enunciado aufgabe clue query problem text statement sentence "
    "质问 質問 質問文 설문 expression term word vocab vocabulary wort mot palabra parola palavra слово 单词 單詞 단어 "
    "hanzi kanji simplified traditional item title input",
    "answer": "correctanswer correctanswers correctanswertext rightanswer rightanswers correctoption correctoptions "
    "correctchoice correctindex correctanswerindex correctletter answerkey answerindex correct right answer "
    "answertext correction acceptedanswers acceptableanswers validanswers "
    "a back verso rückseite reverso retro antwort antwoord respuesta risposta "
    "resposta reponse réponse svar odpověď odpowiedź cevap válasz ответ відповідь 答案 答え "
    "正确答案 正確答案 回答 정답 "
    "lösung loesung richtigeantwort solución soluzione solução rozwiązanie respuestas antworten respostas risposte "
    "odpowiedzi antwoorden réponses ответы gabarito chiave chiavedirisposta clave clé lösungen 解答 "
    "해답 response solution key answers definition meaning translation target truefalse trueorfalse vf vouf vof "
    "verdaderofalso verdaderoofalso verdadeirofalso verdadeirooufalso vraifaux vraioufaux wahrfalsch richtigfalsch",
    "wrong": "wrong wronganswer wronganswers incorrect incorrectanswer incorrectanswers distractor distractors "
    "falseanswers badanswers falscheantworten incorrectas respuestasincorrectas mauvaisesréponses",
    "options": "options choices answeroptions answerchoices questionanswers questionoptions alternatives "
    "possibleanswers allanswers opciones opções opcoes opzioni auswahl antwortmöglichkeiten antwortmoeglichkeiten "
    "antwortoptionen alternativas alternativen keuzes propositions choix opcje možnosti варианты вариантыответа "
    "вариантыответов 选项 選項 選択肢 보기 선택지",
    "aliases": "aliases alias alternateanswers acceptable alsoaccepted synonyms",
    "why": "why explanation explain feedback generalfeedback rationale comment comments note notes remark remarks "
    "extra backextra didyouknow funfact erklärung erklaerung begründung begruendung explicación explicação spiegazione "
    "justificación justificativa uitleg wyjaśnienie пояснение объяснение 解析 解説 해설",
    "source": "source reference references citation link",
    "quote": "quote",
    "tags": "tags tag category categories topic topics subject difficulty level theme round subcategory subtopic "
    "thème thema tema тема kategorie catégorie categorie categoría categoria kategoria kategori категория "
    "rubrik materia matéria disciplina fach bereich "
    "schwierigkeit niveau difficulté difficulte dificultad dificuldade nível nivel livello сложность",
    "id": "id uid guid questionid idnumber",
    "kind": "kind type questiontype qtype tipo typ tipodepregunta tipopregunta tipodepergunta fragetyp typequestion "
    "тип типвопроса 题型 題型 유형",
    "tolerance": "tolerance margin",
    "unit": "unit units",
}


def _bare(text: str) -> str:
    """A text without accents, as many headings are typed."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not "\u0300" <= part <= "\u036f"))


_MEANING = {_bare(name): meaning for meaning, names in _NAMES.items() for name in names.split()}
_RANK = {_bare(name): rank for names in _NAMES.values() for rank, name in enumerate(names.split())}
_PLACE = "[a-h]|\\d{1,2}|one|two|three|four|five|six"
_OPTION = (
    "answer|anwser|awnser|ans|risp|resp|odp|antw|response|option|opt|choice|alternative|reponse|réponse|antwort|respuesta|opción|opcion|resposta|"
    "alternativa|opção|opcao|risposta|opzione|antwoord|svar|odpowiedź|odpowiedz|odpověď|válasz|cevap|ответ|вариант|"
    "选项|選項|答案|選択肢|보기|선택지"
)
_RIGHT = (
    "correct|right|true|bonne|bon|juste|correcte|vraie|exacte|exact|richtige|richtigen|richtiger|richtig|korrekte|korrekt|"
    "correcta|correcto|correctas|verdadera|acertada|correta|correto|corretas|certa|certo|corretta|corretto|esatta|"
    "esatto|giusta|giusto|juiste|juist|goede|goed|rätt|rätta|rigtig|rigtige|riktig|riktige|oikea|poprawna|poprawny|"
    "prawidłowa|prawidlowa|prawidłowy|dobra|správná|správne|správny|helyes|doğru|corecta|corect|правильный|правильная|"
    "правильно|верный|верная|верно|правильна|正确|正確|正解|正答|정답"
)
_WRONG = (
    "wrong|incorrect|distractor|distrattore|distrator|distraktor|false|falsche|falsch|incorrecta|incorrecto|incorreta|"
    "incorreto|errada|errado|sbagliata|errata|errato|falsa|falso|fausse|faux|mauvaise|foute|fout|fel|felaktig|forkert|"
    "feil|väärä|błędna|nesprávná|неправильный|неверный|неправильная|неверная|错误|錯誤|誤答|오답"
)
_ASK = "question|pregunta|pergunta|domanda|frage|vraag|fråga|pytanie|questão|вопрос"
_TEXT = "text|texto|texte|testo|body|stem|content|enunciado|title|titulo"
_WHICH = "index|idx|letter|id|key|no|num|number|position|text|value"
#: what a column's name says by a pattern; an exact name comes first
_PATTERNS = {
    "ask": re.compile(_bare(rf"(?:{_TEXT})(?:{_ASK})|(?:{_ASK})(?:{_TEXT})|question(?:text)?1")),
    "wrong": re.compile(
        _bare(rf"(?:{_WRONG})(?:{_OPTION})?s?(?:{_PLACE})|(?:{_OPTION})s?(?:{_WRONG})s?(?:{_PLACE})?")
    ),
    "options": re.compile(_bare(rf"(?:{_OPTION})s?(?:text)?(?:{_PLACE})(?:text|max75characters)?")),
    "flags": re.compile(
        _bare(rf"(?:{_OPTION})s?(?:{_PLACE})(?:is)?correct|(?:is)?correct(?:{_OPTION})?\d{{1,2}}")
    ),
    "answer": re.compile(
        _bare(
            rf"(?:{_RIGHT})(?:{_OPTION})?s?(?:{_WHICH})?s?|(?:{_OPTION})s?(?:{_RIGHT})|(?:{_OPTION}|solution)(?:{_WHICH})"
        )
    ),
}
#: of two columns that are named by languages the first asks
_LANGUAGES = frozenset(
    str.split(
        "en de fr es pt ru zh cn jp ja kr ko nl sv pl eng ger deu fra esp ita jpn chi kor "
        "english german deutsch french francais spanish espanol italian italiano portuguese portugues dutch nederlands "
        "swedish svenska danish dansk norwegian norsk finnish suomi polish polski czech cesky slovak hungarian magyar "
        "romanian greek latin russian русский ukrainian українська turkish turkce arabic hebrew persian hindi japanese "
        "日本語 chinese 中文 mandarin korean 한국어 vietnamese thai indonesian bahasa englisch franzosisch spanisch "
        "italienisch anglais allemand espagnol italien ingles frances aleman engels duits frans английский "
        "英語 영어 英文"
    )
)
#: what a second column of one meaning is for: where the first has nothing, it answers
_ELSE = {"answer": "otherwise"}
_SHORTEST_HINT = 3  # letters
#: words that make of "question" or "answer" something else
_NOT_TEXT = frozenset(
    str.split(
        "id nr no num number numero type tipo typ kind image img picture url link time timer date count code level "
        "correct right guess guesses guessed letters attempts video audio points score author status explanation "
        "feedback wrong incorrect incorrecta falsche other rate"
    )
)
_ONCE = frozenset(("ask", "answer", "id", "kind", "tolerance", "unit", "source", "quote"))
#: beside a column for the right one they hold options
_LISTED = frozenset(
    ("answers", "solutions", "antworten", "respuestas", "respostas", "risposte", "reponses", "odpowiedzi", "antwoorden",
     "ответы")
)  # fmt: skip
_BARE = ("abcdefgh", "12345678")
_IDLE = re.compile(r"[\W_]")


def folded(name: str) -> str:
    """A column's name without case, accents, spaces and signs; ``#`` is a number."""
    return _IDLE.sub("", _bare(name.casefold().replace("#", "nr")))


def hinted(name: str) -> str:
    """What one word of a longer name says that its column is for; empty where none does, or one says that it is not."""
    words = {_bare(word) for word in re.findall(r"[^\W\d_]+", name.casefold())}
    if words & _NOT_TEXT:
        return ""
    found = {_MEANING.get(word, "") for word in words if len(word) > _SHORTEST_HINT} & {"ask", "answer"}
    return found.pop() if len(found) == 1 else ""


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
            found[place] = "options" if plain[place] in _LISTED else _ELSE.get(meaning, "")
    if not {"answer", "wrong", "options", "flags"} & set(found):
        spoken = [place for place, name in enumerate(plain) if name in _LANGUAGES and not found[place]]
        wanted = ["answer"] if "ask" in found else ["ask", "answer"]
        if len(spoken) >= len(wanted):
            for place, meaning in zip(spoken, wanted, strict=False):
                found[place] = meaning
    return found


def _by_pattern(name: str) -> str:
    return next((meaning for meaning, pattern in _PATTERNS.items() if pattern.fullmatch(name)), "")


def asks(name: str) -> bool:
    """Whether a name is that of a column of questions."""
    return _MEANING.get(folded(name)) == "ask"


def is_accepting(name: str) -> bool:
    """Whether a name is that of a column whose cells list every answer that is right."""
    return folded(name).startswith(("accept", "valid"))


def is_head(names: Sequence[str]) -> bool:
    """Whether a row names columns: that of the question, and one more; a number that names no option is data."""
    found = meanings(names)
    if any(
        name.strip().isdecimal() and meaning != "options" for name, meaning in zip(names, found, strict=True)
    ):
        return False
    return "ask" in found and len(list(filter(None, found))) > 1
