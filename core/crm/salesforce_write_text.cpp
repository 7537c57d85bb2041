#include "core/crm/salesforce_write_text.h"

#include "core/crm/salesforce_id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace topline::crm {

namespace {

QJsonDocument parsed(std::string_view text)
{
    return QJsonDocument::fromJson(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

std::string compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string salesforceCompositeWrites(const std::vector<SalesforceSubwrite> &writes)
{
    QJsonArray parts;
    for (const SalesforceSubwrite &write : writes) {
        QJsonObject headers;
        for (const auto &[name, value] : write.headers)
            headers.insert(QString::fromStdString(name), QString::fromStdString(value));
        QJsonObject part{{QStringLiteral("method"), QStringLiteral("PATCH")},
                         {QStringLiteral("url"), QString::fromStdString(write.path)},
                         {QStringLiteral("referenceId"),
                          QString(QLatin1Char('r') + QString::number(parts.size()))},
                         {QStringLiteral("body"), parsed(write.body).object()}};
        if (!headers.isEmpty())
            part.insert(QStringLiteral("httpHeaders"), headers);
        parts.append(part);
    }
    return compact(
        {{QStringLiteral("allOrNone"), false}, {QStringLiteral("compositeRequest"), parts}});
}

std::string salesforceCollectionBody(const std::string &object,
                                     const std::vector<SalesforceValues> &records)
{
    const QJsonObject attributes{{QStringLiteral("type"), QString::fromStdString(object)}};
    QJsonArray list;
    for (const SalesforceValues &values : records) {
        QJsonObject record = parsed(salesforceBody(values)).object();
        record.insert(QStringLiteral("attributes"), attributes);
        list.append(record);
    }
    return compact({{QStringLiteral("allOrNone"), false}, {QStringLiteral("records"), list}});
}

std::optional<std::vector<SalesforceSaveResult>> readSalesforceCollection(std::string_view body,
                                                                          std::size_t expected)
{
    const QJsonDocument document = parsed(body);
    if (!document.isArray() || document.array().size() != static_cast<qsizetype>(expected))
        return std::nullopt;
    std::vector<SalesforceSaveResult> out;
    for (const QJsonValue &each : document.array()) {
        const QJsonObject object = each.toObject();
        const QJsonValue success = object.value(QLatin1String("success"));
        if (!success.isBool())
            return std::nullopt;
        SalesforceSaveResult result;
        result.isSuccess = success.toBool();
        result.isCreated = object.value(QLatin1String("created")).toBool(true);
        result.id = salesforceId18(object.value(QLatin1String("id")).toString().toStdString())
                        .value_or(std::string());
        if (result.isSuccess && result.id.empty())
            return std::nullopt;
        if (!result.isSuccess)
            result.faults = readSalesforceFaults(compact(object));
        out.push_back(std::move(result));
    }
    return out;
}

} // namespace topline::crm
