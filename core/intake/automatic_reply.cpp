#include "core/intake/automatic_reply.h"

#include "core/base/text.h"

#include <algorithm>
#include <string>

namespace topline::intake {

namespace {

// Beginnings of subjects, ASCII in lower case; other letters as mail programs write them.
constexpr std::string_view beginnings[] = {
    "automatic reply",
    "auto reply",
    "auto-reply",
    "autoreply",
    "out of office",
    "out-of-office",
    "ooo:",
    "away from office",
    "on vacation",
    "vacation reply",
    "vacation response",
    "i am out of the office",
    "automatische antwort",
    "abwesenheit",
    "abwesend",
    "nicht im büro",
    "außer haus",
    "réponse automatique",
    "absence du bureau",
    "absent du bureau",
    "respuesta automática",
    "fuera de la oficina",
    "fuera de oficina",
    "risposta automatica",
    "fuori sede",
    "assenza dall'ufficio",
    "fuori ufficio",
    "resposta automática",
    "fora do escritório",
    "ausente do escritório",
    "automatisch antwoord",
    "automatische beantwoording",
    "afwezig",
    "niet aanwezig",
    "autosvar",
    "automatiskt svar",
    "automatisk svar",
    "frånvaro",
    "fravær",
    "automaattinen vastaus",
    "poissa",
    "automatyczna odpowiedź",
    "odpowiedź automatyczna",
    "automatická odpověď",
    "odpověď v nepřítomnosti",
    "automatikus válasz",
    "răspuns automat",
    "otomatik yanıt",
    "автоответ",
    "автоматический ответ",
    "自動応答",
    "自动答复",
    "自動回覆",
    "자동 회신",
};

std::string_view withoutBlanks(std::string_view text)
{
    return base::trimmed(text);
}

} // namespace

bool isAutomaticReply(std::string_view subject)
{
    const std::string lower = base::lowerAscii(subject);
    std::string_view text = withoutBlanks(lower);
    // "Re: Automatic reply: …"; at most a few prefixes.
    for (int i = 0; i < 4; ++i) {
        for (const std::string_view prefix : {"re:", "aw:", "sv:", "fw:", "fwd:", "tr:"}) {
            if (text.substr(0, prefix.size()) == prefix)
                text = withoutBlanks(text.substr(prefix.size()));
        }
    }
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&](std::string_view each) { return text.substr(0, each.size()) == each; });
}

bool settleReply(domain::Event &event)
{
    if (event.kind != domain::EventKind::EmailReplied || !isAutomaticReply(event.title))
        return false;
    event.kind = domain::EventKind::OutOfOffice;
    return true;
}

} // namespace topline::intake
