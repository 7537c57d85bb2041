#include "core/store/query.h"
#include "core/store/settings_store.h"

#include <array>
#include <string_view>

namespace topline::store {

using base::Result;
using domain::FieldRule;
using domain::FieldRules;
using domain::RecordKind;

namespace {

// Settings "field_rule.deal.amount" with the value "ask", "local", "newest" or a system's name.
constexpr std::string_view prefix = "field_rule.";

constexpr std::array<std::pair<RecordKind, std::string_view>, 4> kinds = {{
    {RecordKind::Owner, "owner"},
    {RecordKind::Account, "account"},
    {RecordKind::Contact, "contact"},
    {RecordKind::Deal, "deal"},
}};

std::string ruleText(const FieldRule &rule)
{
    switch (rule.winner) {
    case FieldRule::Winner::Ask:
        return "ask";
    case FieldRule::Winner::Local:
        return "local";
    case FieldRule::Winner::Newest:
        return "newest";
    case FieldRule::Winner::System:
        break;
    }
    return rule.system;
}

FieldRule parseRule(const std::string &text)
{
    if (text == "ask")
        return {FieldRule::Winner::Ask};
    if (text == "local")
        return {FieldRule::Winner::Local};
    if (text == "newest")
        return {FieldRule::Winner::Newest};
    return {FieldRule::Winner::System, text};
}

} // namespace

Result<FieldRules> SettingsStore::fieldRules() const
{
    FieldRules out;
    Statement statement(m_database, "SELECT key, value FROM setting WHERE key >= 'field_rule.' AND "
                                    "key < 'field_rule/' ORDER BY key");
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        std::string key;
        std::string value;
        statement.read(key, value);
        const std::string name = key.substr(prefix.size());
        for (const auto &[kind, kindName] : kinds) {
            if (name.starts_with(kindName) && name.size() > kindName.size() + 1 &&
                name[kindName.size()] == '.')
                out.byField[{kind, name.substr(kindName.size() + 1)}] = parseRule(value);
        }
    }
}

base::Status SettingsStore::setFieldRule(RecordKind kind, const std::string &field,
                                         const std::optional<FieldRule> &rule)
{
    for (const auto &[known, kindName] : kinds) {
        if (known != kind)
            continue;
        const std::string key = std::string(prefix) + std::string(kindName) + "." + field;
        return rule ? setValue(key, ruleText(*rule)) : removeValue(key);
    }
    return base::Error{base::ErrorCode::InvalidInput, "Records of this kind have no field rules.",
                       "Nothing was changed."};
}

} // namespace topline::store
