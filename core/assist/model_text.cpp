#include "core/assist/model_text.h"

#include "core/actions/draft_links.h"
#include "core/actions/template.h"
#include "core/assist/loose_parts.h"
#include "core/base/text.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>
#include <utility>

namespace topline::assist {

namespace {

constexpr std::size_t textBytesMax = 8UL * 1024;

base::Error refused(std::string message, std::string todo = "Try again, or write it by hand.")
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "The draft is as it was.",
            .todo = std::move(todo)};
}

// Every "[[…" of the answer, whole or not.
base::Status checkWords(std::string_view text, const domain::ModelRequest &request)
{
    std::set<std::string> used;
    for (auto open = text.find("[["); open != std::string_view::npos;
         open = text.find("[[", open + 1)) {
        const auto close = text.find("]]", open);
        const std::string word(text.substr(
            open, close == std::string_view::npos ? std::size_t{20} : close + 2 - open));
        const bool isKnown =
            std::any_of(request.words.begin(), request.words.end(),
                        [&](const auto &known) { return known.placeholder == word; });
        if (!isKnown)
            return refused("The model invented the placeholder " + base::storableText(word, 40) +
                           ".");
        used.insert(word);
    }
    for (const auto &word : request.words) {
        if (word.isNeeded && !used.contains(word.placeholder))
            return refused("The model left out " + word.placeholder + ".");
    }
    return {};
}

// One pass: what a value contains is never looked at again.
std::string withValues(std::string_view text, const domain::ModelRequest &request)
{
    std::string out;
    while (true) {
        const auto open = text.find("[[");
        out += text.substr(0, open);
        if (open == std::string_view::npos)
            return out;
        const auto close = text.find("]]", open);
        CHECK(close != std::string_view::npos);
        const auto word = text.substr(open, close + 2 - open);
        const auto known = std::find_if(request.words.begin(), request.words.end(),
                                        [&](const auto &each) { return each.placeholder == word; });
        CHECK(known != request.words.end());
        out += actions::escapedFor(actions::TemplateTarget::Text, known->value);
        text.remove_prefix(close + 2);
    }
}

} // namespace

base::Result<std::string> answerText(const std::string &body)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(body), &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return refused("The model's answer is not in the form of a chat endpoint.",
                       "Check the address in the settings.");
    const QJsonValue choices = document.object().value(QStringLiteral("choices"));
    const QJsonObject choice = choices.toArray().first().toObject();
    const QJsonObject message = choice.value(QStringLiteral("message")).toObject();
    if (!message.value(QStringLiteral("tool_calls")).toArray().isEmpty() ||
        message.value(QStringLiteral("function_call")).isObject())
        return refused("The model asked for a tool; it is given none.");
    const QJsonValue content = message.value(QStringLiteral("content"));
    if (!content.isString())
        return refused("The model's answer holds no text.", "Check the address in the settings.");
    if (choice.value(QStringLiteral("finish_reason")).toString() == QLatin1String("length"))
        return refused("The model's text was cut off at its limit.");
    std::string text(base::trimmed(content.toString().toStdString()));
    if (text.empty())
        return refused("The model's text is empty.");
    if (text.size() > textBytesMax)
        return refused("The model's text is longer than 8 KiB.");
    return text;
}

base::Result<domain::ModelText> takeModelText(std::string_view answer,
                                              const domain::ModelRequest &request)
{
    if (answer.size() > textBytesMax)
        return refused("The model's text is longer than 8 KiB.");
    domain::ModelText out;
    const std::string text = withoutLooseParts(answer, request.links, out.removed);
    if (base::trimmed(text).empty())
        return refused("Nothing of the model's text could be used.");
    TRY(checkWords(text, request));
    out.body = withValues(text, request);
    return out;
}

std::string writtenBy(const std::string &model)
{
    return std::string(writtenByPrefix) + model;
}

bool isWrittenByModel(const domain::Draft &draft)
{
    return std::any_of(draft.facts.begin(), draft.facts.end(),
                       [](const auto &fact) { return fact.starts_with(writtenByPrefix); });
}

domain::Draft draftWith(const domain::Draft &draft, const domain::ModelText &text,
                        const std::string &model)
{
    domain::Draft out = draft;
    out.body = text.body;
    const std::string fact = writtenBy(model);
    if (std::find(out.facts.begin(), out.facts.end(), fact) == out.facts.end())
        out.facts.push_back(fact);
    return out;
}

} // namespace topline::assist
