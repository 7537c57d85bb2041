#include "tests/fakes/salesforce_soql.h"

#include "tests/fakes/salesforce_soql_tokens.h"

#include <QJsonArray>

#include <algorithm>
#include <cctype>
#include <compare>
#include <memory>
#include <optional>

namespace topline::fakes {

namespace {

std::string upper(std::string text)
{
    for (char &c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

using Test = std::function<bool(const FakeRow &)>;

struct Condition {
    Test test;

    enum { Single, And, Or } shape = Single;
};

struct Found {
    QJsonValue value;
    const FakeField *field = nullptr;
};

bool isNumeric(const std::string &type)
{
    return type == "int" || type == "double" || type == "currency" || type == "percent";
}

// Times of one form compare as text, up to their zone, which is always nought.
std::string timeOf(const std::string &text)
{
    const std::string whole = text.substr(0, 23);
    return whole.size() == 23 && whole[19] == '.' ? whole : text.substr(0, 19) + ".000";
}

bool isLike(const std::string &text, const std::string &pattern, std::size_t t = 0,
            std::size_t p = 0)
{
    while (p < pattern.size()) {
        if (pattern[p] == '%') {
            for (std::size_t rest = t; rest <= text.size(); ++rest) {
                if (isLike(text, pattern, rest, p + 1))
                    return true;
            }
            return false;
        }
        if (t >= text.size())
            return false;
        const bool any = pattern[p] == '_';
        if (pattern[p] == '\\' && p + 1 < pattern.size())
            ++p;
        if (!any && pattern[p] != text[t])
            return false;
        ++p;
        ++t;
    }
    return t == text.size();
}

class Query {
public:
    Query(const SoqlWorld &world, const std::string &text, bool isAll)
        : m_world(world)
        , m_tokens(tokensOf(text))
        , m_isAll(isAll)
    {
    }

    SoqlResult run();

private:
    struct Child {
        std::string relationship;
        std::vector<std::string> paths;
        Test where;
        std::size_t limit = 2'000;
        std::string object;
        std::string reference;
    };

    const Token &peek() const { return m_tokens[m_at]; }

    Token next() { return m_tokens[m_at++]; }

    bool takeSign(const char *sign)
    {
        const bool is = peek().kind == Token::Sign && peek().text == sign;
        m_at += is ? 1 : 0;
        return is;
    }

    bool takeWord(const char *word)
    {
        const bool is = peek().kind == Token::Word && upper(peek().text) == word;
        m_at += is ? 1 : 0;
        return is;
    }

    void needSign(const char *sign)
    {
        if (!takeSign(sign))
            malformed(peek().text);
    }

    void needWord(const char *word)
    {
        if (!takeWord(word))
            malformed(peek().text);
    }

    const FakeObject &objectNamed(const std::string &name) const;
    Found find(const std::string &object, const FakeRow &row, const std::string &path) const;
    Condition parseOr(const std::string &object);
    Condition parseAnd(const std::string &object);
    Condition parseOne(const std::string &object);
    Test comparison(const std::string &object, const std::string &path, const std::string &sign,
                    const Token &value) const;
    void parseChild(std::size_t fromAt);
    void parseSelect();
    std::vector<const FakeRow *> matching(const std::string &object, const Test &where) const;
    void sort(std::vector<const FakeRow *> &rows);
    FakeRow selected(const FakeRow &row) const;

    const SoqlWorld &m_world;
    std::vector<Token> m_tokens;
    bool m_isAll;
    std::size_t m_at = 0;
    std::string m_object;
    bool m_isCount = false;
    std::vector<std::string> m_paths;
    std::vector<std::size_t> m_childAt;
    std::vector<Child> m_children;
};

const FakeObject &Query::objectNamed(const std::string &name) const
{
    const auto found = m_world.objects.find(name);
    if (found == m_world.objects.end() || m_world.isHidden(name, ""))
        throw SoqlFault{"INVALID_TYPE", "sObject type '" + name + "' is not supported."};
    return found->second;
}

Found Query::find(const std::string &object, const FakeRow &row, const std::string &path) const
{
    const FakeObject &known = objectNamed(object);
    const std::size_t dot = path.find('.');
    const std::string head = path.substr(0, dot);
    if (dot == std::string::npos) {
        const FakeField *field = known.field(head);
        if (field == nullptr || m_world.isHidden(object, head))
            throw SoqlFault{"INVALID_FIELD",
                            "No such column '" + path + "' on entity '" + object + "'."};
        return {row.value(QString::fromStdString(head)), field};
    }
    for (const FakeField &field : known.fields) {
        if (field.relationship != head || m_world.isHidden(object, field.name))
            continue;
        const auto table = m_world.tables.find(field.target);
        const std::string id =
            row.value(QString::fromStdString(field.name)).toString().toStdString();
        if (table == m_world.tables.end() || !table->second.contains(id))
            return {QJsonValue(), objectNamed(field.target).field(path.substr(dot + 1))};
        return find(field.target, table->second.at(id), path.substr(dot + 1));
    }
    throw SoqlFault{"INVALID_FIELD", "Didn't understand relationship '" + head + "'."};
}

// A value of the wrong kind fails the query, as it does there.
void checkLiteral(const FakeField &field, const Token &value)
{
    if (value.kind == Token::Word && upper(value.text) == "NULL")
        return;
    const bool isFlag = value.kind == Token::Word;
    bool fits = value.kind == Token::Text;
    if (field.type == "boolean")
        fits = isFlag;
    else if (field.type == "date" || field.type == "datetime")
        fits = value.kind == Token::Time && (value.text.size() > 10) == (field.type == "datetime");
    else if (isNumeric(field.type))
        fits = value.kind == Token::Number;
    if (field.type == "textarea")
        throw SoqlFault{"INVALID_FIELD", "field '" + field.name + "' can not be filtered"};
    if (!fits)
        throw SoqlFault{"INVALID_FIELD", "value of filter criterion for field '" + field.name +
                                             "' must be of type " + field.type};
}

std::partial_ordering compared(const FakeField &field, const QJsonValue &a, const std::string &b)
{
    if (field.type == "datetime")
        return timeOf(a.toString().toStdString()) <=> timeOf(b);
    if (isNumeric(field.type))
        return a.toDouble() <=> std::stod(b);
    if (field.type == "boolean")
        return static_cast<int>(a.toBool()) <=> static_cast<int>(upper(b) == "TRUE");
    const std::string text = a.toString().toStdString();
    if (field.type == "id" || field.type == "reference" || field.type == "date")
        return text <=> b;
    return upper(text) <=> upper(b);
}

Test Query::comparison(const std::string &object, const std::string &path, const std::string &sign,
                       const Token &value) const
{
    const FakeField *field = find(object, {}, path).field;
    checkLiteral(*field, value);
    const bool isNull = value.kind == Token::Word && upper(value.text) == "NULL";
    const bool isOwn = path.find('.') == std::string::npos;
    const QString key = QString::fromStdString(path);
    return [this, object, path, sign, value, field, isNull, isOwn, key](const FakeRow &row) {
        const QJsonValue have = isOwn ? row.value(key) : find(object, row, path).value;
        const bool isEmpty = have.isNull() || have.isUndefined();
        if (isNull)
            return (sign == "=") == isEmpty;
        if (isEmpty && field->type != "boolean")
            return sign == "!=";
        if (sign == "LIKE")
            return isLike(upper(have.toString().toStdString()), upper(value.text));
        const auto order = compared(*field, have, value.text);
        return (sign == "=" && order == 0) || (sign == "!=" && order != 0) ||
               (sign == "<" && order < 0) || (sign == ">" && order > 0) ||
               (sign == "<=" && order <= 0) || (sign == ">=" && order >= 0);
    };
}

Condition Query::parseOne(const std::string &object)
{
    if (takeWord("NOT")) {
        const Test inner = parseOne(object).test;
        return {[inner](const FakeRow &row) { return !inner(row); }};
    }
    if (takeSign("(")) {
        const Test inner = parseOr(object).test;
        needSign(")");
        return {inner};
    }
    const std::string path = next().text;
    if (takeWord("LIKE"))
        return {comparison(object, path, "LIKE", next())};
    if (takeWord("IN")) {
        needSign("(");
        std::vector<Test> any;
        do {
            any.push_back(comparison(object, path, "=", next()));
        } while (takeSign(","));
        needSign(")");
        return {[any](const FakeRow &row) {
            return std::any_of(any.begin(), any.end(), [&](const Test &one) { return one(row); });
        }};
    }
    const Token sign = next();
    if (sign.kind != Token::Sign)
        malformed(sign.text);
    return {comparison(object, path, sign.text, next())};
}

Condition Query::parseAnd(const std::string &object)
{
    Condition out = parseOne(object);
    while (takeWord("AND")) {
        const Test left = out.test;
        const Test right = parseOne(object).test;
        out = {[left, right](const FakeRow &row) { return left(row) && right(row); },
               Condition::And};
    }
    return out;
}

Condition Query::parseOr(const std::string &object)
{
    Condition out = parseAnd(object);
    while (takeWord("OR")) {
        const Condition right = parseAnd(object);
        if (out.shape == Condition::And || right.shape == Condition::And)
            malformed("OR");
        const Test left = out.test;
        const Test other = right.test;
        out = {[left, other](const FakeRow &row) { return left(row) || other(row); },
               Condition::Or};
    }
    return out;
}

void Query::parseChild(std::size_t fromAt)
{
    const std::size_t back = m_at;
    m_at = fromAt;
    Child child;
    needWord("SELECT");
    do {
        child.paths.push_back(next().text);
    } while (takeSign(","));
    needWord("FROM");
    child.relationship = next().text;
    if (child.relationship != "OpportunityContactRoles" || m_object != "Opportunity")
        throw SoqlFault{"INVALID_TYPE", "Didn't understand relationship in FROM part."};
    child.object = "OpportunityContactRole";
    child.reference = "OpportunityId";
    if (takeWord("WHERE"))
        child.where = parseOr(child.object).test;
    if (takeWord("LIMIT"))
        child.limit = std::stoul(next().text);
    m_children.push_back(std::move(child));
    m_at = back;
}

void Query::parseSelect()
{
    needWord("SELECT");
    do {
        if (takeSign("(")) {
            m_childAt.push_back(m_at);
            for (int depth = 1; depth > 0; ++m_at) {
                if (peek().kind == Token::End)
                    malformed("(");
                const bool isSign = peek().kind == Token::Sign;
                depth += isSign && peek().text == "(" ? 1 : 0;
                depth -= isSign && peek().text == ")" ? 1 : 0;
            }
        } else if (takeWord("COUNT")) {
            needSign("(");
            needSign(")");
            m_isCount = true;
        } else {
            m_paths.push_back(next().text);
        }
    } while (takeSign(","));
    needWord("FROM");
    m_object = next().text;
    for (const std::string &path : m_paths)
        find(m_object, {}, path);
    for (const std::size_t at : m_childAt)
        parseChild(at);
}

std::vector<const FakeRow *> Query::matching(const std::string &object, const Test &where) const
{
    std::vector<const FakeRow *> out;
    const auto table = m_world.tables.find(object);
    if (table == m_world.tables.end())
        return out;
    for (const auto &[id, row] : table->second) {
        const bool isGone = row.value(QLatin1String("IsDeleted")).toBool() && !m_isAll;
        if (!isGone && m_world.isVisible(object, row) && (!where || where(row)))
            out.push_back(&row);
    }
    return out;
}

void Query::sort(std::vector<const FakeRow *> &rows)
{
    std::vector<std::string> paths;
    do {
        paths.push_back(next().text);
        if (find(m_object, {}, paths.back()).field == nullptr)
            malformed(paths.back());
    } while (takeSign(","));
    using Key = std::pair<std::vector<std::string>, const FakeRow *>;
    std::vector<Key> keys;
    for (const FakeRow *row : rows) {
        Key key{{}, row};
        for (const std::string &path : paths) {
            const Found found = find(m_object, *row, path);
            std::string text = found.value.toVariant().toString().toStdString();
            if (isNumeric(found.field->type)) // none of them is negative
                text.insert(0, 20 - std::min<std::size_t>(20, text.size()), '0');
            key.first.push_back(std::move(text));
        }
        keys.push_back(std::move(key));
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Key &a, const Key &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = keys[i].second;
}

FakeRow Query::selected(const FakeRow &row) const
{
    FakeRow out;
    const std::string id = row.value(QLatin1String("Id")).toString().toStdString();
    out.insert(
        QLatin1String("attributes"),
        QJsonObject{{QLatin1String("type"), QString::fromStdString(m_object)},
                    {QLatin1String("url"), QString::fromStdString("/services/data/v67.0/sobjects/" +
                                                                  m_object + "/" + id)}});
    for (const std::string &path : m_paths) {
        const QJsonValue value = find(m_object, row, path).value;
        const std::size_t dot = path.find('.');
        const QJsonValue cell = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
        if (dot == std::string::npos)
            out.insert(QString::fromStdString(path), cell);
        else
            out.insert(QString::fromStdString(path.substr(0, dot)),
                       QJsonObject{{QString::fromStdString(path.substr(dot + 1)), cell}});
    }
    for (const Child &child : m_children) {
        QJsonArray records;
        for (const FakeRow *one : matching(child.object, child.where)) {
            const bool isOurs = one->value(QString::fromStdString(child.reference)).toString() ==
                                QString::fromStdString(id);
            if (!isOurs || records.size() >= static_cast<qsizetype>(child.limit))
                continue;
            FakeRow part;
            for (const std::string &path : child.paths)
                part.insert(QString::fromStdString(path), find(child.object, *one, path).value);
            records.append(part);
        }
        const QJsonObject list{{QLatin1String("totalSize"), records.size()},
                               {QLatin1String("done"), true},
                               {QLatin1String("records"), records}};
        out.insert(QString::fromStdString(child.relationship),
                   records.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(list));
    }
    return out;
}

SoqlResult Query::run()
{
    parseSelect();
    Test where;
    if (takeWord("WHERE"))
        where = parseOr(m_object).test;
    auto rows = matching(m_object, where);
    // Rows stand by id already; sorting what is only counted would be idle.
    if (takeWord("ORDER")) {
        needWord("BY");
        sort(rows);
    }
    if (takeWord("LIMIT")) {
        const std::size_t limit = std::stoul(next().text);
        rows.resize(std::min(rows.size(), limit));
    }
    if (peek().kind != Token::End)
        malformed(peek().text);
    SoqlResult out{m_object, m_isCount, static_cast<std::int64_t>(rows.size()), {}};
    if (m_isCount)
        return out;
    for (const FakeRow *row : rows)
        out.rows.push_back(selected(*row));
    return out;
}

} // namespace

SoqlResult runSoql(const SoqlWorld &world, const std::string &text, bool isAll)
{
    return Query(world, text, isAll).run();
}

} // namespace topline::fakes
