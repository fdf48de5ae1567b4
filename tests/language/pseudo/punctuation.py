"""Signs and lists."""

COMMA, COLON, SEMICOLON, STOP, GAP = ", ", ": ", "; ", ".", " "


def listed(texts, joint):
    return f" ‹{joint}› ".join(texts) if joint else COMMA.join(texts)


def sentence(clause):
    return f"{clause}."


def closed(clause):
    return f"{clause}{STOP}"


def bracketed(text):
    return f"⟦{text}⟧"


def unbracketed(text):
    return text


def quoted(text):
    return f"“{text}”"
