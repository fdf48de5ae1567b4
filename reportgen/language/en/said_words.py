"""Words by which an audit knows what a figure is said to be, in English, as regular expressions."""

from __future__ import annotations

from reportgen.language.en import directions
from reportgen.language.en.quantities import THOUSANDS

TELLING = (
    rf"\b(?:{directions.RISE}|{directions.FALL})\b|"
    rf"\b(?:year|years|month|months|monthly|quarters?|annual|yearly|daily|weekly|imports?|exports?|trade|{THOUSANDS}|percent|points?|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|since|until|before|after|national|municipal|provincial|regional|district|city|province|countr(?:y|ies)|world|global|neighbou?ring|average|median|cumulative|"
    r"total|comparable|dollars?|euros?|yuan|targets?|gap|excess|surplus|deficit|would|will|could|might|may|must|should|shall|likely|unlikely|probably|possibly|certainly|definitely|clearly|exactly|roughly|nearly|almost|"
    r"about|only|solely|mainly|mostly|all|every|none|some|part|half|double|twice|first|last|joint|jointly|former(?:ly)?|previous(?:ly)?|new|record|high|low|best|worst|most|least|more|less|than|above|below|over|under|"
    r"largest|smallest|highest|lowest|fastest|slowest|leading|ahead|behind|second|because|due|owing|thanks|driven|caused|despite|according|source|customs|ministry|bureau|government|office|confirmed|revised|unrevised|audited|"
    r"estimates?|forecasts?|real|nominal|net|gross|excluding|except|including|of which|again|so-called|alleged(?:ly)?|reported(?:ly)?|claim(?:s|ed)?)\b"
)
"""Words that tell another thing where they are added: a period, an area, an indicator, a unit, a direction, a comparison, who said it, how sure it is."""
NARROWED = (
    r"\b(?:western|eastern|central|northern|southern|southwestern|northeastern|urban|rural|private|state-owned|"
    r"per capita|first half|second half|services?|foreign-invested|foreign-funded|foreign-owned|industrial|agricultural|processing|"
    r"household|seasonally adjusted|official|preliminary|provisional|estimated|expected|projected|planned|final|second|third|fourth|fifth|Asia)\b"
)
"""Words that make what a figure is of narrower, where they are put before it."""
DENIED = r"\b(?:not|never|cannot|no(?!\.)|nor|hardly|without|fail(?:s|ed|ing)? to|the only)\b|n['’]t\b"
"""Words that turn a statement into its contrary."""
POSSESSIVE = r"['’]s\b"
"""Behind the name of an area: whose."""
OWN_AREA = r"\bthe (?:city|municipality|province|district|county|region)\b"
"""What a document calls the area that it is about."""
NATION = r"\b(?:nation(?:al|wide|'s|’s)?|across the country|China)\b"
OTHER_PLACES = (
    r"\b(?:Beijing|Tianjin|Shanghai|Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|"
    r"Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Sichuan|Chengdu|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Tibet|"
    r"Inner Mongolia|Hong Kong|Macao|Shenzhen|Guangzhou|Hangzhou|Wuhan|Xi['’]an|Zhengzhou|Ningbo|western China|eastern China)\b"
)
"""Places that a dataset need not know by name."""
NAME_BEGINNINGS = r"^the "
NAME_ENDINGS = r"(?:,? total)$"
"""What names of areas and indicators are often said without."""
PART_OF_YEAR = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|months?|quarters?|half|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|H[12])\b"
)
GROWTH_SAID = rf"\b(?:(?:{directions.RISE}|{directions.FALL}|{directions.GROWTH}|{directions.NEGATIVE_GROWTH}|faster|slower|year[ -]on[ -]year|month on month)\b|rate|chang)"
"""One of these is in every sentence about a growth."""
TARGET_SAID = r"\b(?:target|plan|goal|aim|complet|path|gap|reach)"
"""One of these is in every sentence about a target."""
GROWTH_BEFORE = rf"\b(?:{directions.RISE}|{directions.FALL}|{directions.GROWTH}|{directions.NEGATIVE_GROWTH})(?: by| of)?\s*$"
SHARE_BEFORE = r"\b(?:accounts? for|accounted for|share of|makes? up|made up)\s*$"
CAUSED = (
    r"\b(?:because|due to|owing to|thanks to|(?:driven|boosted|helped|hit|pulled up|held back|dragged down|supported|lifted) by|caus(?:e|es|ed)|result(?:s|ed|ing)? (?:of|from)|"
    r"reflect(?:s|ed|ing)?|explain(?:s|ed)?|attribut(?:ed|able)|led to|on the back of|behind the|(?:main|key|chief|principal) (?:engine|driver|reason|source|cause)s?|"
    r"account(?:s|ed)? for (?:most|the)|stem(?:s|med) from|constant prices|current prices|comparable prices|in real terms|seasonal(?:ly)?)\b"
)
"""Words of causes, and of the prices that a growth is worked out in: no figure says either."""
CLAIMED = (
    r"\b(?:according to|as (?:confirmed|reported|stated) by|confirm(?:s|ed)?|audited|verified|certified|approved|endorsed|final|preliminary|provisional|revised|come(?:s)? from|came from|taken from|official(?:ly)?|"
    r"exclud(?:es?|ed|ing)|includ(?:es?|ed|ing)|outperform\w*|overtak\w+|overtook|surpass\w*|exceed(?:s|ed)?|outpac\w+|ahead of|behind|catch(?:es)? up|caught up|in line with|on (?:track|schedule|target)|"
    r"better|best|worse|worst|faster|fastest|slower|slowest|higher|highest|lower|lowest|larger|largest|smaller|smallest|stronger|strongest|weaker|weakest|more than|less than|fewer|leading|record|unprecedented|no other|unlike|"
    r"for the first time|since (?:then|the)|ranks?|ranked|top|(?:was|were|been|be|is|are|practically|fully|largely) (?:met|raised|lowered|completed|missed)|target(?:s)? (?:met|reached)|achieved|fulfilled|shortfall|slowdown|expected to|likely|certainly|forecasts?|will (?:be (?:met|over|reached|higher|lower)|reach|recover|continue|close|catch|exceed|double)|set to|bound to|most of|majority|minority|"
    rf"{directions.RISING}|{directions.FALLING}|(?:was|were|been|be|is|are|went|gone|goes?|going) (?:{directions.UP}|{directions.DOWN})|"
    r"all|almost all|every|none|entirely|exclusively|mainly|mostly|recover(?:s|ed|ing)|rebound\w*|"
    r"continued? to|doubl(?:ed|es|ing)|stable|steadily|sharply|slightly|improv\w+|weak(?:er)?|strong(?:er)?|temporary|permanent|comparable|double-count\w*)\b"
)
"""Words that say of figures more than these: who vouches for them, how they rank, compare, move, will move, whether a target is met."""
CLAIMED_OF = (
    rf"\b(?:{directions.GROWTH}|targets?|trade|exports?|imports?|sales|(?:these|the|all|above) (?:figures?|data|numbers?|rates?)|(?:growth|all) (?:figures?|rates?)|^(?:figures|data)|rates? of growth|gap|shortfall|slowdown|turnover|economy|GDP|"
    r"retail sales|e-commerce (?:sales|imports|exports|growth)|deficit|surplus|share of|decline|rural sales|warehouses|pilot zones|express parcels)\b"
)
"""What figures of trade are of: with a claim beside it a sentence is about them wherever it is."""
OPINION = r"\b(?:(?:the office|we|this office|our office) (?:expects?|believes?|thinks?|suggests?|recommends?)|in our (?:view|opinion)|(?:please|kindly)\b|shall|should|must|ought to|(?:are|is) to (?:be )?|so as to|strive|aims? to|continue to (?:promote|support|improve|deepen|expand))\b"
"""Words of an office's own opinion, of wishes and duties: they claim nothing."""
OF_BUSINESS = (
    r"\b(?:(?:table|figure|chart|note)s? (?:below|above)|OK|meet(?:s|ing|ings)?|met|visit(?:s|ed)?|attend(?:s|ed)?|delegations?|conference|hearing|workshop|contact|enquir\w+|tel|e-?mail|phone|annex(?:es)?|appendi\w+|attach\w+|enclos\w+|see|drafts?|drafted|internal|"
    r"confidential|restricted|not for (?:quotation|publication|circulation)|discuss\w+|comments?|feedback|suggest\w+|repl(?:y|ies)|thanks?|thanked|grateful|appreciat\w+|prepared|compiled|edited|checked|proofread|printed|circulated|"
    r"distributed|published|next issue|this issue|monitor\w*|follow(?:s|ed)? up|will follow|(?:is|are) (?:studying|preparing|drafting|considering|working on)|circular|notice|guidelines?|website|portal|dear|regards|yours|archiv\w+|"
    r"recycled|applications?|clauses?|articles?|chapters?|paragraphs?|footnotes?|pages?|annual leave|decree|order no|announcement|memorandum|minutes|registers?|registered office|forms?|formats?|columns|licen[cs]es?|code|desk|court|working (?:group|party)|"
    r"secretariat|liaison|division|deputy|anniversary|trains?|flights?|course|audits?|authorities|signed|addressed|names are|statements|copy|copies|estimates without|text|ask(?:s|ed)? for|hopes?|wish(?:es)?|calls? on|invite[sd]?|welcome)\b"
)
"""Words of an office's daily business: a sentence with one is about figures only where it names what they are of."""
OF_FIGURES = r"\b(?:figures?|rates?|amounts?|numbers?|values?|data|growth|levels?|totals?)\b|\d\.\d"
"""Words that speak of the figures of a document."""
UNITS_SAID = rf"\b(?:{THOUSANDS}|dollars?|euros?|yuan)\b"
_BE = "(?:was|were|is|are|came to|stood at)"
RELATIONS: tuple[tuple[str, str], ...] = (
    (
        "times",
        rf"(?P<one>[^,;]+?) {_BE} (?P<said>[^,;]*? times) (?:(?:that|those|the (?:level|value)) of )?(?P<other>[^,;]+)",
    ),
    (
        "share",
        rf"(?P<one>[^,;]+?) (?:{_BE}|accounted for|made up) (?P<said>[^,;]*?(?:%|percent|per cent)) of (?P<other>[^,;]+)",
    ),
    ("more", r"(?P<one>[^,;]+?) exceeded (?P<other>[^,;]+?) by (?P<said>[^,;]+)"),
    (
        "less",
        r"(?P<one>[^,;]+?) (?:fell short of|were below|was below) (?P<other>[^,;]+?) by (?P<said>[^,;]+)",
    ),
    (
        "growth-above",
        rf"(?P<one>[^,;]+?) (?:{directions.RISING}) (?:faster|more(?: quickly)?) than (?P<other>[^,;]+)",
    ),
    (
        "growth-below",
        rf"(?P<one>[^,;]+?) (?:{directions.RISING}) (?:slower|less|more slowly) than (?P<other>[^,;]+)",
    ),
    (
        "growth-above",
        r"(?:the )?growth of (?P<one>[^,;]+?) was (?:higher|faster) than (?:that|the growth) of (?P<other>[^,;]+)",
    ),
    (
        "growth-below",
        r"(?:the )?growth of (?P<one>[^,;]+?) was (?:lower|slower) than (?:that|the growth) of (?P<other>[^,;]+)",
    ),
    (
        "above",
        r"(?P<one>[^,;]+?) (?:exceeded|(?:was|were) (?:higher|larger|greater|more) than) (?P<other>[^,;]+)",
    ),
    ("below", r"(?P<one>[^,;]+?) (?:was|were) (?:lower|smaller|less) than (?P<other>[^,;]+)"),
)
"""Sentences that say how two figures, by their names, stand to each other."""
YEAR_FIRST = r"^[Ii]n (?:19|20)\d\d,? "
"""The year that a sentence begins with."""
ABBREVIATED = r"(?:hereinafter|hereafter|below|abbreviated(?: as)?|in short),? [“\"]?(.+?)[”\"]?"
"""What brackets behind a name hold that give it a shorter one."""
WITH_POINT = (
    r"\b(?:(?:[a-z]\.){2,}|(?:approx|cf|co|corp|dr|est|etc|excl|fig|figs|inc|incl|ltd|mr|mrs|ms|no|nos|pct|st|vol|vs|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)"
)
"""Short forms that are written with a point."""
FILE_NUMBER = r"[\s,;(]*\b(?:file|ref(?:erence)?\.?)(?: no\.?)? [\w/-]*\d[\w/-]*\)?"
"""The number under which an office files a document."""
FIRST_TIME = (
    rf"\bfor the first time\b|\b(?:the|its|their) first (?:{directions.RISE}|{directions.FALL}|{directions.GROWTH}|surplus|deficit|recovery|upturn|downturn)\b|"
    r"\b(?:an?|new|all-time) (?:record|historic) (?:high|low)\b|\b(?:the )?(?:highest|lowest|largest|smallest|fastest) (?:ever|on record)\b|\ba record\b"
)
"""Words that say that something was never so before."""
TARGET_MET = (
    r"\btargets?\b[^.]{0,40}\b(?:met|reached|achieved|exceeded|surpassed)\b(?! by)|\bahead of schedule\b"
)
FIRST_SAID = r"\b(?:fastest|ranks? first|ranked first)\b"
LAST_SAID = r"\b(?:slowest|ranks? last|ranked last)\b"
COUNTER = rf"(?:\d|{THOUSANDS}) ((?!{THOUSANDS})[a-z ]+)$"
"""The word behind a number that says what is counted."""
PLAIN_COUNTER = r"units?|items?|cases?"
"""One that counts anything."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


_NAMES = "|".join(_MONTHS)
_YEAR_BEFORE = r"(?:the )?(?:previous|last|preceding) year|the year before"
_RISE, _FALL = (
    f"{directions.UP}|{directions.ROSE}|{directions.GROWTH}",
    f"{directions.DOWN}|{directions.FELL}",
)
SAME: tuple[tuple[str, str], ...] = (
    (r"\b(?:year[ -]on[ -]year|yearly|(?:over|from|compared (?:with|to)|on|than (?:in )?) ?(?:" + _YEAR_BEFORE + r")|"
     r"(?:compared (?:with|to)|over|than in) the same (?:period|months) (?:of|last|in) (?:the )?(?:previous |last )?year(?: before)?)\b", "yoy"),
    (r"\bthe same period of\b", "the same months of"),
    (r"\b(?:over|during|in|for|within) (?:the same|that|this) period\b", "over the same period"),
    (rf"\b(?:from |between )?({_NAMES})( \d{{4}})? (?:to|and) ({_NAMES})\b", r"\1\2 \3"),
    *((rf"\b(?:the )?first (?:{word}|{count}) months of\b", f"January {_MONTHS[count - 1]}") for count, word in enumerate(_COUNTS, start=2)),
    (r"\b(?:cannot|can['’]t|could not) be compared\b", "not comparable"),
    (r"\bat municipal level\b", "municipal-level"),
    (r"\bpercentage points?\b", "points"),
    (r"\bper ?cent\b", "%"),
    (r"\b(?:including|of which|of this)\b", "including"),
    (r"\b(?:companies|company|enterprises?|business(?:es)?)\b", "firms"),
    (r"\b(?:persons?|individuals?)\b", "people"),
    (r"\b(?:the same|that|this) source\b", "same source"),
    (r"\b(?:(?:is|was|are|were) (?:equivalent|equal) to|equals|equalled)\b", "equals"),
    (r"\b(?:cannot serve as|is no|are no) (?:its |a )?(?:base|baseline|measure)(?: (?:of|for) (?:it|them))?\b", "no base"),
    (rf"\b(?:{_RISE}) to\b", "rise until"),
    (rf"\b(?:{_FALL}) to\b", "fall until"),
    (rf"\b(?:{_RISE})(?: by)?\b", "rise"),
    (rf"\b(?:{_FALL})(?: by)?\b", "fall"),
    (r"\bContact: [^,;]+", "contact"),
    (r"\b(?:exceed\w*|surpass\w*|more than|(?<=to be )(?:passed|topped))\b", "exceed"),
    (r"\b(?:higher than|above)\b", "above"),
    (r"\b(?:lower than|below)\b", "below"),
    (r"\b(?:bought|buys?|purchas\w+)\b", "purchase"),
    (r"\b(?:donat\w+|gave)\b", "donate"),
    (r"\b(?:lowered|reduced|cut)\b", "reduce"),
    (r"\b(?:dr[ao]ve|driven|drives?|driving|generat(?:es?|ed|ing)|br(?:ing|ings|ought) about)\b", "drive"),
    (r"\b(?:attract\w*|dr[ae]wn?)\b", "attract"),
    (r"\b(?:add(?:s|ed|ing)?|contribut(?:es?|ed|ing)) (?!up to)", "add"),
    (r"\b(?:requir\w+|calls? for|need(?:s|ed)?)\b", "require"),
    (r"\bimpl(?:y|ies|ied|ying)\b", "imply"),
    (r"\b(?:remain\w*|leav\w+)\b", "leave"),
    (r"\b(?:not (?:been )?used|(?:set|left|put) (?:aside|out))\b", "omit"),
    (r"\b(?:states?|stated|gives?|given|names?|named|reports?|reported|publish\w*)\b", "state"),
    (r"\b(?:ranks?|ranked|ranking|plac(?:es?|ed|ing))\b", "rank"),
    (r"\b(?:orientation|a reference)\b", "orientation"),
    (r"\b(?:base for|measure of)\b", "base"),
    (r"\b(?:where none does|otherwise)\b", "otherwise"),
    (r"\b(?:providers of services|service providers)\b", "service providers"),
)  # fmt: skip
"""Wordings that say the same, each with the one that stands for them."""
FILLING = "of|and|the|for"
"""Words whose first letters an abbreviation leaves out."""
WORD_ENDINGS = r"(?:['’]s|s['’]|ies|y|es|e|s|ed|ing)$"
"""Of forms of one word."""
KEPT = r"\bthe only\b"
"""Words that tell something though a part of them, alone, does not."""
EMPTY = (
    r"\b(?:a|an|the|of|in|on|at|by|to|for|from|with|as|and|or|this|that|these|those|which|who|whose|it|its|their|there|they|he|we|our|is|are|was|were|be|been|being|has|have|had|having|so|also|then|thus|while|"
    r"where|when|into|within|during|through|already|still|now|further|furthermore|moreover|notably|overall|came|comes?|coming|reach(?:es|ed|ing)?|amount(?:s|ed|ing)?|totall?(?:ed|s|ing)|number(?:s|ed|ing)?|stood|stands?|"
    r"standing|add(?:s|ed)? up|equals?|show(?:s|n|ed|ing)?|saw|seen|make|makes|made up|do|does|did)\b(?!-)"
)
"""Words that tell nothing: they may come, go and give way to each other."""
