#include "core/crm/demo_answers.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace topline::crm {

namespace {

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<QJsonObject> parseObject(std::string_view text)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

// "acct-00012" stands at 12; absent when the number is not one of `count`.
std::optional<std::size_t> indexOf(const std::string &remoteId, std::string_view prefix,
                                   std::size_t count)
{
    if (remoteId.size() != prefix.size() + 5 || remoteId.compare(0, prefix.size(), prefix) != 0)
        return std::nullopt;
    std::size_t out = 0;
    for (std::size_t i = prefix.size(); i < remoteId.size(); ++i) {
        if (remoteId[i] < '0' || remoteId[i] > '9')
            return std::nullopt;
        out = out * 10 + static_cast<std::size_t>(remoteId[i] - '0');
    }
    return out < count ? std::optional(out) : std::nullopt;
}

std::optional<int> stageOf(const DemoCompany &company, const std::string &remoteId)
{
    for (const auto &stage : company.stages) {
        if (stage.remoteId == remoteId)
            return stage.order;
    }
    return std::nullopt;
}

void readFields(const QJsonObject &object, DemoExecution &execution)
{
    execution.fields.clear();
    for (const QJsonValue &value : object.value(QLatin1String("fields")).toArray()) {
        const QJsonObject change = value.toObject();
        execution.fields.push_back(
            {textOf(change, "field"), textOf(change, "base"), textOf(change, "value")});
    }
}

std::string fieldsFault(const DemoExecution &execution, const std::string &contact)
{
    if (!execution.dealRemoteId.empty())
        return demoEditFault<domain::Deal>(execution.fields);
    return contact.empty() ? demoEditFault<domain::Account>(execution.fields)
                           : demoEditFault<domain::Contact>(execution.fields);
}

} // namespace

bool readDemoWire(const DemoCompany &company, DemoExecution &execution, std::string &fault)
{
    const auto object = parseObject(execution.wire);
    const auto kind = object ? domain::parseActionKind(textOf(*object, "kind"))
                             : std::optional<domain::ActionKind>();
    if (!kind) {
        fault = "The demo CRM does not understand this request.";
        return false;
    }
    execution.kind = *kind;
    execution.subject = textOf(*object, "subject");
    execution.body = textOf(*object, "body");
    execution.dealRemoteId = textOf(*object, "deal");
    const std::string account = textOf(*object, "account");
    const std::string contact = textOf(*object, "contact");
    const std::string stage = textOf(*object, "stage");
    execution.account = indexOf(account, "acct-", company.accounts.size());
    execution.contact = indexOf(contact, "cont-", company.contacts.size());
    execution.stage = stageOf(company, stage);
    if ((!account.empty() && !execution.account) || (!contact.empty() && !execution.contact)) {
        fault = "The demo CRM has no record " + (execution.account ? contact : account) + ".";
        return false;
    }
    if (execution.kind == domain::ActionKind::FieldEdit) {
        readFields(*object, execution);
        execution.editedId = !execution.dealRemoteId.empty() ? execution.dealRemoteId
                             : !contact.empty()              ? contact
                                                             : account;
        fault = execution.editedId.empty() ? "The demo CRM needs a record to edit."
                                           : fieldsFault(execution, contact);
        return fault.empty();
    }
    if (execution.kind == domain::ActionKind::StageChange &&
        (!execution.stage || execution.dealRemoteId.empty())) {
        if (execution.stage) {
            fault = "The demo CRM needs a deal to move.";
            return false;
        }
        fault = "The demo CRM has no stage " + (stage.empty() ? "without a name" : stage) + ".";
        return false;
    }
    return true;
}

std::string encodeDemoExecution(const DemoExecution &execution)
{
    QJsonObject out;
    out.insert(QLatin1String("at"), static_cast<double>(execution.atMs));
    out.insert(QLatin1String("effect"), fromUtf8(execution.effectId));
    out.insert(QLatin1String("remote"), fromUtf8(execution.remoteId));
    out.insert(QLatin1String("sha256"), fromUtf8(execution.wireSha256));
    out.insert(QLatin1String("wire"), fromUtf8(execution.wire));
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<DemoExecution> decodeDemoExecution(std::string_view line)
{
    const auto object = parseObject(line);
    if (!object)
        return std::nullopt;
    DemoExecution out;
    out.atMs = static_cast<base::UtcMs>(object->value(QLatin1String("at")).toDouble());
    out.effectId = textOf(*object, "effect");
    out.remoteId = textOf(*object, "remote");
    out.wireSha256 = textOf(*object, "sha256");
    out.wire = textOf(*object, "wire");
    if (out.effectId.empty() || out.remoteId.empty())
        return std::nullopt;
    return out;
}

} // namespace topline::crm
