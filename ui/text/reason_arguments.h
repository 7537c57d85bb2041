// The arguments of a reason as words, by place; a missing or other kind of argument reads as
// nothing. Used by reason_text and signal_text only; pure, cannot fail.
#pragma once

#include "core/domain/reason.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

class Arguments {
public:
    Arguments(const domain::Reason &reason, const Format &format)
        : m_reason(reason)
        , m_format(format)
    {
    }

    int number(std::size_t at) const
    {
        const auto *value = get<std::int64_t>(at);
        return value ? static_cast<int>(*value) : 0;
    }

    QString text(std::size_t at) const
    {
        const auto *value = get<std::string>(at);
        return value ? QString::fromUtf8(value->data(), static_cast<qsizetype>(value->size()))
                     : QString();
    }

    QString money(std::size_t at) const
    {
        const auto *value = get<base::Money>(at);
        return value ? m_format.money(*value) : Format::missing();
    }

    QString date(std::size_t at) const
    {
        const auto *value = get<domain::AtTime>(at);
        return value ? m_format.date(value->ms) : Format::missing();
    }

    QString decimal(std::size_t at, double divisor) const
    {
        return m_format.number(number(at) / divisor, 1);
    }

    base::DurationMs spanMs(std::size_t at) const
    {
        const auto *value = get<domain::Span>(at);
        return value ? value->ms : 0;
    }

    QString span(std::size_t at) const { return m_format.span(spanMs(at)); }

    QString ago(std::size_t at) const
    {
        const auto *value = get<domain::AtTime>(at);
        return value ? m_format.ago(value->ms) : Format::missing();
    }

    QString when(std::size_t at) const
    {
        const auto *value = get<domain::AtTime>(at);
        return value ? m_format.when(value->ms) : Format::missing();
    }

    // The time since then: it goes on counting.
    QString age(std::size_t at) const
    {
        const auto *value = get<domain::AtTime>(at);
        return value ? m_format.span(m_format.now() - value->ms) : Format::missing();
    }

private:
    template <typename T> const T *get(std::size_t at) const
    {
        return at < m_reason.arguments.size() ? std::get_if<T>(&m_reason.arguments[at]) : nullptr;
    }

    const domain::Reason &m_reason;
    const Format &m_format;
};

} // namespace topline::ui::text
