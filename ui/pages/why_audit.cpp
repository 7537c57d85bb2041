// The Audit tab of the Why: the rule, who approved which bytes, the guarantee of the channel, and
// every attempt with its time and words.
#include "ui/pages/card_face.h"
#include "ui/pages/why_view.h"
#include "ui/text/audit_text.h"
#include "ui/text/core_words.h"
#include "ui/text/names_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace topline::pages {

using domain::EffectState;
using look::Icon;

namespace {

constexpr int hashShown = 12;

class AuditWords {
    Q_DECLARE_TR_FUNCTIONS(WhyAudit)

public:
    static QString approver(const std::string &name)
    {
        return name == "rep"      ? tr("Approved by you")
               : name == "policy" ? tr("Approved by the play’s own mode")
                                  : tr("Approved by %1").arg(ui::text::fromUtf8(name));
    }

    static QString state(EffectState state)
    {
        switch (state) {
        case EffectState::Queued:
            return tr("back in the queue");
        case EffectState::Intent:
            return tr("intent stored");
        case EffectState::OnWire:
            return tr("about to leave");
        case EffectState::Sent:
            return tr("arrived");
        case EffectState::Failed:
            return tr("refused");
        case EffectState::Unknown:
            return tr("no word of it");
        case EffectState::Cancelled:
            return tr("called back");
        }
        return {};
    }

    static Icon icon(EffectState state)
    {
        switch (state) {
        case EffectState::Sent:
            return Icon::CheckCircle;
        case EffectState::Failed:
            return Icon::XCircle;
        case EffectState::Unknown:
            return Icon::HelpCircle;
        case EffectState::Cancelled:
            return Icon::Undo;
        default:
            return Icon::Send;
        }
    }
};

} // namespace

std::vector<WhyView::Row> WhyView::auditRows(const ui::text::Format &format) const
{
    std::vector<Row> out;
    const auto add = [&](const QString &label, const QString &value, Icon icon,
                         look::Token colour) {
        Row row{label, value};
        row.icon = static_cast<int>(icon);
        row.iconColour = colour;
        out.push_back(std::move(row));
    };
    const auto addWords = [&](const QString &words, Icon icon) {
        add(words, QString(), icon, &look::Tokens::text2);
        out.back().isWords = true;
    };
    const domain::FeedCard &card = m_detail.card;
    if (card.action.playId.empty())
        add(tr("No play: asked for by a person, or by the engine’s own rule"), QString(),
            Icon::User, &look::Tokens::text3);
    else
        add(tr("Play %1, version %2, step %3")
                .arg(ui::text::fromUtf8(m_audit.playName.empty() ? card.action.playId
                                                                 : m_audit.playName))
                .arg(card.action.playVersion)
                .arg(card.action.stepNo),
            ui::text::modeText(card.action.mode), Icon::Plays, &look::Tokens::text3);
    for (const auto &line : ui::text::auditLines(m_audit, format)) {
        using ui::text::AuditPart;
        const bool isRuleHash =
            line.part == AuditPart::Rule && !m_audit.ruleSha256.empty() &&
            line.value.startsWith(ui::text::fromUtf8(m_audit.ruleSha256.substr(0, 8)));
        if (isRuleHash)
            add(line.label, line.value, Icon::ShieldCheck, &look::Tokens::text3);
        else if (line.part == AuditPart::Input)
            add(tr("%1 then").arg(line.label), line.value, Icon::History, &look::Tokens::text3);
        else if (line.part == AuditPart::Model)
            add(line.label + QStringLiteral(": ") + line.value, QString(), Icon::Zap,
                &look::Tokens::text2);
        else if (line.part == AuditPart::Content)
            add(tr("Content: %1").arg(line.label), line.value, Icon::Copy, &look::Tokens::text2);
    }
    const auto fate = static_cast<std::ptrdiff_t>(out.size());
    const auto channel = m_detail.effects.empty() ? card.channel : m_detail.effects.back().channel;
    add(guaranteeSentence(channel, card.action.kind), QString(), Icon::ShieldCheck,
        &look::Tokens::text3);
    for (const auto &one : m_detail.approvals)
        add(tr("%1, bytes %2")
                .arg(AuditWords::approver(one.approver),
                     ui::text::fromUtf8(one.bytesSha256).left(hashShown)),
            format.dateTime(one.atMs), Icon::Check, &look::Tokens::text2);
    for (const auto &one : m_detail.attempts) {
        const QString words = ui::text::coreWords(one.detail);
        add(AuditWords::state(one.state), format.dateTime(one.atMs), AuditWords::icon(one.state),
            &look::Tokens::text2);
        if (!words.isEmpty())
            addWords(words, Icon::None);
    }
    const domain::Draft &draft = card.action.draft;
    if (card.action.state == domain::ActionState::Unknown && !draft.to.empty())
        addWords(tr("Look for “%1” to %2 among what you sent.")
                     .arg(ui::text::fromUtf8(draft.subject), ui::text::fromUtf8(draft.to)),
                 Icon::Search);
    if (m_detail.approvals.empty())
        add(tr("Nothing was approved yet, so nothing was tried"), QString(), Icon::Info,
            &look::Tokens::text3);
    // What is in doubt is judged by what became of it: that comes first then.
    if (card.action.state == domain::ActionState::Unknown)
        std::rotate(out.begin(), out.begin() + fate, out.end());
    return out;
}

} // namespace topline::pages
