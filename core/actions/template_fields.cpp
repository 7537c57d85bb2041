#include "core/actions/template_fields.h"

#include "core/base/text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

namespace topline::actions {

namespace {

using domain::FieldForm;

constexpr std::array<domain::TemplateField, 30> table = {{
    {"account.country", FieldForm::Text, "Germany"},
    {"account.domain", FieldForm::Text, "northwind.example"},
    {"account.employees", FieldForm::Number, "240"},
    {"account.industry", FieldForm::Text, "Logistics"},
    {"account.name", FieldForm::Text, "Northwind"},
    {"account.parent", FieldForm::Text, "Northwind Holding"},
    {"contact.email", FieldForm::Text, "dana@northwind.example"},
    {"contact.first_name", FieldForm::Text, "Dana"},
    {"contact.last_name", FieldForm::Text, "Reyes"},
    {"contact.name", FieldForm::Text, "Dana Reyes"},
    {"contact.phone", FieldForm::Text, "+1 303 555 0100"},
    {"contact.title", FieldForm::Text, "CFO"},
    {"deal.amount", FieldForm::Amount, "$48,000"},
    {"deal.close_date", FieldForm::Date, "3 December 2026"},
    {"deal.name", FieldForm::Text, "Fleet renewal"},
    {"deal.next_step", FieldForm::Text, "Send the contract"},
    {"deal.product", FieldForm::Text, "Fleet Pro"},
    {"deal.source", FieldForm::Text, "Web"},
    {"deal.stage", FieldForm::Text, "Proposal"},
    {"event.date", FieldForm::Date, "21 November 2026"},
    {"event.title", FieldForm::Text, "Pricing"},
    {"meeting.date", FieldForm::Date, "24 November 2026"},
    {"meeting.minutes", FieldForm::Number, "30"},
    {"meeting.time", FieldForm::Time, "14:30"},
    {"meeting.times", FieldForm::Text, "24 November 2026, 14:30"},
    {"owner.email", FieldForm::Text, "maya@topline.example"},
    {"owner.first_name", FieldForm::Text, "Maya"},
    {"owner.name", FieldForm::Text, "Maya Okafor"},
    {"play.goal", FieldForm::Text, "Answer within a day"},
    {"play.name", FieldForm::Text, "Post-demo follow-up"},
}};

std::string clockText(base::DurationMs sinceMidnightMs)
{
    const auto minutes = sinceMidnightMs / base::minuteMs;
    const auto two = [](std::int64_t n) {
        return std::string(n < 10 ? "0" : "") + std::to_string(n);
    };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

// How many letters must change to make one out of the other.
std::size_t distanceOf(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

class Values {
public:
    void put(const char *field, std::string_view value)
    {
        value = base::trimmed(value);
        if (!value.empty())
            m_out.emplace(field, value);
    }

    MergeFields take() && { return std::move(m_out); }

private:
    MergeFields m_out;
};

void putDeal(Values &values, const MergeSource &source)
{
    const domain::Deal &deal = *source.deal;
    values.put("deal.name", deal.name);
    values.put("deal.next_step", deal.nextStep);
    values.put("deal.source", deal.source);
    values.put("deal.stage", source.stageName);
    values.put("deal.product", source.productName);
    if (deal.amount)
        values.put("deal.amount", amountText(*deal.amount));
    if (deal.closeMs)
        values.put("deal.close_date", dateText(source.zone.dateOf(*deal.closeMs), source.language));
}

void putTimes(Values &values, const MergeSource &source)
{
    if (source.eventMs)
        values.put("event.date", dateText(source.zone.dateOf(*source.eventMs), source.language));
    values.put("event.title", source.eventTitle);
    if (source.meetingTimes.empty())
        return;
    std::string all;
    for (const MeetingTime &time : source.meetingTimes) {
        const auto local = source.zone.local(time.startMs);
        all += (all.empty() ? "" : "\n") + dateText(local.date, source.language) + ", " +
               clockText(local.sinceMidnightMs);
    }
    const MeetingTime &first = source.meetingTimes.front();
    const auto local = source.zone.local(first.startMs);
    values.put("meeting.date", dateText(local.date, source.language));
    values.put("meeting.time", clockText(local.sinceMidnightMs));
    values.put("meeting.minutes", std::to_string((first.endMs - first.startMs) / base::minuteMs));
    values.put("meeting.times", all);
}

} // namespace

std::span<const domain::TemplateField> templateFields()
{
    return table;
}

bool isTemplateField(std::string_view name)
{
    return std::binary_search(table.begin(), table.end(),
                              domain::TemplateField{name, FieldForm::Text, {}},
                              [](const auto &a, const auto &b) { return a.name < b.name; });
}

std::string nearestTemplateField(std::string_view name)
{
    constexpr std::size_t lengthMax = 40;
    if (name.empty() || name.size() > lengthMax)
        return {};
    std::string_view best;
    std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const auto &field : table) {
        const auto distance = distanceOf(name, field.name);
        if (distance < bestDistance) {
            best = field.name;
            bestDistance = distance;
        }
    }
    return std::string(best);
}

MergeFields mergeFields(const MergeSource &source)
{
    Values values;
    if (source.account) {
        values.put("account.name", source.account->name);
        values.put("account.domain", source.account->domain);
        values.put("account.industry", source.account->industry);
        values.put("account.country", source.account->country);
        values.put("account.parent", source.account->parent);
        if (source.account->employees)
            values.put("account.employees", grouped(*source.account->employees));
    }
    if (source.contact) {
        values.put("contact.first_name", source.contact->firstName);
        values.put("contact.last_name", source.contact->lastName);
        values.put("contact.name", source.contact->fullName());
        values.put("contact.title", source.contact->title);
        values.put("contact.email", source.contact->email);
        values.put("contact.phone", source.contact->phone);
    }
    if (source.deal)
        putDeal(values, source);
    if (source.owner) {
        values.put("owner.name", source.owner->name);
        values.put("owner.first_name", source.owner->name.substr(0, source.owner->name.find(' ')));
        values.put("owner.email", source.owner->email);
    }
    if (source.play) {
        values.put("play.name", source.play->name);
        values.put("play.goal", source.play->goal);
    }
    putTimes(values, source);
    return std::move(values).take();
}

std::string amountText(const base::Money &amount)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs = {
        {{"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}, {"USD", "$"}}};
    const std::string code = amount.currency.isKnown() ? amount.currency.text() : std::string();
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](const auto &each) { return each.first == code; });
    std::string out = amount.amountMinor < 0 ? "−" : "";
    out += sign != signs.end() ? std::string(sign->second) : code.empty() ? code : code + " ";
    std::int64_t unit = 1;
    for (int i = 0; i < amount.currency.exponent(); ++i)
        unit *= 10;
    const std::int64_t whole = std::abs(amount.amountMinor / unit);
    const std::int64_t rest = std::abs(amount.amountMinor % unit);
    out += grouped(whole);
    if (rest != 0) {
        std::string digits = std::to_string(rest);
        digits.insert(0, static_cast<std::size_t>(amount.currency.exponent()) - digits.size(), '0');
        out += "." + digits;
    }
    return out;
}

std::string dateText(base::CivilDate date, const std::string &language)
{
    const auto number = [](int n) { return std::to_string(n); };
    if (language == "ja")
        return number(date.year) + "年" + number(date.month) + "月" + number(date.day) + "日";
    const QLocale words(QString::fromStdString(language.empty() ? "en" : language));
    const std::string month = words.monthName(date.month, QLocale::LongFormat).toStdString();
    if (language == "de")
        return number(date.day) + ". " + month + " " + number(date.year);
    if (language == "es")
        return number(date.day) + " de " + month + " de " + number(date.year);
    return number(date.day) + " " + month + " " + number(date.year);
}

} // namespace topline::actions
