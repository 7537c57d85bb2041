#include "tests/fakes/salesforce_soql.h"

#include "tests/fakes/salesforce_soql_values.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

namespace topline::fakes {

namespace {

using Test = std::function<bool(const FakeRow &)>;

struct Condition {
    Test test;

    enum { Single, And, Or } shape = Single;
};

struct Found {
    QJsonValue value;
    const FakeField *field = nullptr;
};

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
    // What the rows are chosen by; narrowing: one or several values, for the whole condition.
    struct Filter {
        std::string path;
        bool isNarrowing = false;
    };

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
    Condition semiJoin(const std::string &object, const std::string &path);
    void checkLinks() const;
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
    std::vector<Filter> m_filters;
    int m_depth = 0; // parentheses and queries within
    int m_semiJoins = 0;
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
            return {QJsonValue(), find(field.target, {}, path.substr(dot + 1)).field};
        return find(field.target, table->second.at(id), path.substr(dot + 1));
    }
    throw SoqlFault{"INVALID_FIELD", "Didn't understand relationship '" + head + "'."};
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
        ++m_depth;
        const Test inner = parseOr(object).test;
        --m_depth;
        needSign(")");
        return {inner};
    }
    const std::string path = next().text;
    const bool isValue = peek().text == "=" || upper(peek().text) == "IN";
    m_filters.push_back({path, isValue && m_depth == 0});
    if (takeWord("LIKE"))
        return {comparison(object, path, "LIKE", next())};
    if (takeWord("IN")) {
        needSign("(");
        if (takeWord("SELECT"))
            return semiJoin(object, path);
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

// The vendor takes two of them, beside other conditions and never within parentheses or under OR.
Condition Query::semiJoin(const std::string &object, const std::string &path)
{
    if (m_depth > 0)
        throw SoqlFault{"MALFORMED_QUERY",
                        "Semi join sub-selects are only allowed at the top level WHERE "
                        "expressions and not in nested WHERE expressions."};
    if (++m_semiJoins > 2)
        throw SoqlFault{"EXCEEDED_MAX_SEMIJOIN_SUBSELECTS", "Maximum 2 semi join sub-selects."};
    const std::string selected = next().text;
    needWord("FROM");
    const std::string from = next().text;
    for (const Found &one : {find(object, {}, path), find(from, {}, selected)}) {
        if (one.field->type != "id" && one.field->type != "reference")
            throw SoqlFault{"MALFORMED_QUERY", "Semi join sub-selects can only query id fields."};
    }
    Test where;
    ++m_depth;
    const std::size_t own = m_filters.size();
    if (takeWord("WHERE"))
        where = parseOr(from).test;
    m_filters.resize(own);
    --m_depth;
    needSign(")");
    std::set<QString> ids;
    for (const FakeRow *row : matching(from, where))
        ids.insert(row->value(QString::fromStdString(selected)).toString());
    const QString key = QString::fromStdString(path);
    return {[ids, key](const FakeRow &row) { return ids.contains(row.value(key).toString()); }};
}

// Links between documents and records cannot be listed, only looked up; and by their documents'
// fields only among those of some record.
void Query::checkLinks() const
{
    if (m_object != "ContentDocumentLink")
        return;
    const auto narrows = [this](const char *path) {
        return std::any_of(m_filters.begin(), m_filters.end(),
                           [&](const Filter &one) { return one.isNarrowing && one.path == path; });
    };
    if (!narrows("Id") && !narrows("ContentDocumentId") && !narrows("LinkedEntityId"))
        throw SoqlFault{"MALFORMED_QUERY",
                        "Implementation restriction: ContentDocumentLink requires a filter by a "
                        "single Id on ContentDocumentId or LinkedEntityId using the equals "
                        "operator or multiple Id's using the IN operator."};
    for (const Filter &one : m_filters) {
        const std::string head = one.path.substr(0, one.path.find('.') + 1);
        const bool isOfDocument = head == "ContentDocument.";
        if (head == "LinkedEntity." || (isOfDocument && !narrows("LinkedEntityId")))
            throw SoqlFault{"INVALID_FIELD", "'" + one.path + "' can not be filtered here."};
    }
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
    const int joins = m_semiJoins;
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
    if (out.shape == Condition::Or && m_semiJoins > joins)
        throw SoqlFault{"MALFORMED_QUERY", "Semi join sub-selects are not allowed with OR."};
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

// "Campaign.Name" within the object of its reference.
void place(QJsonObject &out, const std::string &path, const QJsonValue &cell)
{
    const std::size_t dot = path.find('.');
    const QString head = QString::fromStdString(path.substr(0, dot));
    if (dot == std::string::npos) {
        out.insert(head, cell);
        return;
    }
    QJsonObject inner = out.value(head).toObject();
    place(inner, path.substr(dot + 1), cell);
    out.insert(head, inner);
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
        place(out, path, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
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
    m_filters.clear(); // those of child lists
    if (takeWord("WHERE"))
        where = parseOr(m_object).test;
    checkLinks();
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
