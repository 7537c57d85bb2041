#include "core/crm/salesforce_row.h"

#include "core/crm/salesforce_id.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace topline::crm {

namespace {

std::optional<QJsonDocument> parsed(std::string_view body)
{
    QJsonParseError failure;
    auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())), &failure);
    if (failure.error != QJsonParseError::NoError || document.isNull())
        return std::nullopt;
    return document;
}

std::string numberText(double number)
{
    return QByteArray::number(number, 'f', QLocale::FloatingPointShortest).toStdString();
}

void addCells(SalesforceRow &row, const std::string &prefix, const QJsonObject &object)
{
    for (auto each = object.begin(); each != object.end(); ++each) {
        const std::string path = prefix + each.key().toStdString();
        const QJsonValue value = each.value();
        if (value.isString())
            row.cells[path] = value.toString().toStdString();
        else if (value.isBool())
            row.cells[path] = value.toBool() ? "true" : "false";
        else if (value.isDouble())
            row.cells[path] = numberText(value.toDouble());
        else if (value.isObject()) {
            const QJsonObject child = value.toObject();
            const QJsonArray children = child.value(QLatin1String("records")).toArray();
            addCells(row, path + ".", children.isEmpty() ? child : children.first().toObject());
        }
    }
}

std::optional<SalesforceRow> rowOf(const QJsonObject &object)
{
    SalesforceRow row;
    addCells(row, "", object);
    const auto id = salesforceId18(row.text("Id"));
    if (!id)
        return std::nullopt;
    row.id = *id;
    return row;
}

std::vector<std::string> textsOf(const QJsonArray &array)
{
    std::vector<std::string> out;
    for (const QJsonValue &each : array)
        out.push_back(each.toString().toStdString());
    return out;
}

std::vector<std::string> duplicatesOf(const QJsonObject &fault)
{
    std::vector<std::string> out;
    const QJsonObject result = fault.value(QLatin1String("duplicateResult")).toObject();
    for (const QJsonValue &match : result.value(QLatin1String("matchResults")).toArray()) {
        const QJsonArray records = match.toObject().value(QLatin1String("matchRecords")).toArray();
        for (const QJsonValue &one : records) {
            const QJsonObject record = one.toObject().value(QLatin1String("record")).toObject();
            const auto id =
                salesforceId18(record.value(QLatin1String("Id")).toString().toStdString());
            if (id)
                out.push_back(*id);
        }
    }
    return out;
}

SalesforceFault faultOf(const QJsonObject &object)
{
    SalesforceFault out;
    const auto text = [&](const char *key) {
        return object.value(QLatin1String(key)).toString().toStdString();
    };
    out.code = text("errorCode");
    if (out.code.empty())
        out.code = text("statusCode");
    if (out.code.empty())
        out.code = text("error");
    out.message = text("message");
    if (out.message.empty())
        out.message = text("error_description");
    out.fields = textsOf(object.value(QLatin1String("fields")).toArray());
    out.duplicateIds = duplicatesOf(object);
    return out;
}

std::string compact(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    return {};
}

QJsonValue jsonOf(const SalesforceValue &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *list = std::get_if<std::vector<std::string>>(&value)) {
        QJsonArray out;
        for (const std::string &text : *list)
            out.append(QString::fromStdString(text));
        return out;
    }
    return QJsonValue::Null;
}

} // namespace

std::string SalesforceRow::text(std::string_view path) const
{
    const auto found = cells.find(path);
    return found == cells.end() ? std::string() : found->second;
}

bool isSalesforceJson(std::string_view body)
{
    return parsed(body).has_value();
}

std::optional<SalesforceRows> readSalesforceRows(std::string_view body)
{
    const auto document = parsed(body);
    if (!document || !document->isObject())
        return std::nullopt;
    const QJsonObject object = document->object();
    const QJsonValue records = object.value(QLatin1String("records"));
    const QJsonValue done = object.value(QLatin1String("done"));
    const QJsonValue total = object.value(QLatin1String("totalSize"));
    if (!records.isArray() || !done.isBool() || !total.isDouble())
        return std::nullopt;
    SalesforceRows out;
    out.done = done.toBool();
    out.total = static_cast<std::int64_t>(total.toDouble());
    out.nextPath = object.value(QLatin1String("nextRecordsUrl")).toString().toStdString();
    if (!out.done && out.nextPath.empty())
        return std::nullopt;
    for (const QJsonValue &each : records.toArray()) {
        auto row = rowOf(each.toObject());
        if (!row)
            return std::nullopt;
        out.rows.push_back(std::move(*row));
    }
    return out;
}

std::vector<SalesforceFault> readSalesforceFaults(std::string_view body)
{
    std::vector<SalesforceFault> out;
    const auto document = parsed(body);
    if (!document)
        return out;
    if (document->isObject()) {
        const QJsonArray errors = document->object().value(QLatin1String("errors")).toArray();
        if (errors.isEmpty())
            out.push_back(faultOf(document->object()));
        for (const QJsonValue &each : errors)
            out.push_back(faultOf(each.toObject()));
        return out;
    }
    for (const QJsonValue &each : document->array()) {
        if (each.isObject())
            out.push_back(faultOf(each.toObject()));
    }
    return out;
}

std::optional<std::vector<SalesforcePart>> readSalesforceParts(std::string_view body,
                                                               std::size_t expected)
{
    const auto document = parsed(body);
    if (!document || !document->isObject())
        return std::nullopt;
    const QJsonArray parts = document->object().value(QLatin1String("compositeResponse")).toArray();
    std::vector<std::optional<SalesforcePart>> placed(expected);
    for (const QJsonValue &each : parts) {
        const QJsonObject object = each.toObject();
        // "r<n>": the vendor may answer in another order than it was asked in.
        const QString reference = object.value(QLatin1String("referenceId")).toString();
        bool isNumber = false;
        const std::size_t at = reference.mid(1).toULongLong(&isNumber);
        if (!isNumber || at >= expected || placed[at])
            return std::nullopt;
        SalesforcePart part;
        part.status = object.value(QLatin1String("httpStatusCode")).toInt();
        part.body = compact(object.value(QLatin1String("body")));
        part.lastModified = object.value(QLatin1String("httpHeaders"))
                                .toObject()
                                .value(QLatin1String("Last-Modified"))
                                .toString()
                                .toStdString();
        placed[at] = std::move(part);
    }
    std::vector<SalesforcePart> out;
    for (auto &part : placed) {
        if (!part)
            return std::nullopt;
        out.push_back(std::move(*part));
    }
    return out;
}

std::optional<SalesforceSaved> readSalesforceSaved(std::string_view body)
{
    const auto document = parsed(body);
    if (!document || !document->isObject())
        return std::nullopt;
    const QJsonObject object = document->object();
    const auto id = salesforceId18(object.value(QLatin1String("id")).toString().toStdString());
    const QJsonValue success = object.value(QLatin1String("success"));
    if (!id || !success.isBool())
        return std::nullopt;
    return SalesforceSaved{*id, success.toBool(),
                           object.value(QLatin1String("created")).toBool(true)};
}

std::optional<SalesforceRow> readSalesforceObject(std::string_view body)
{
    const auto document = parsed(body);
    if (!document || !document->isObject())
        return std::nullopt;
    SalesforceRow out;
    addCells(out, "", document->object());
    return out;
}

std::optional<std::vector<int>> readSalesforceVersions(std::string_view body)
{
    const auto document = parsed(body);
    if (!document || !document->isArray())
        return std::nullopt;
    std::vector<int> out;
    for (const QJsonValue &each : document->array()) {
        const QString version = each.toObject().value(QLatin1String("version")).toString();
        bool isNumber = false;
        const double number = version.toDouble(&isNumber);
        if (!isNumber || number < 1)
            return std::nullopt;
        out.push_back(static_cast<int>(number));
    }
    return out;
}

std::string salesforceBody(const SalesforceValues &values)
{
    QJsonObject object;
    for (const auto &[field, value] : values)
        object.insert(QString::fromStdString(field), jsonOf(value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string salesforceCompositeBody(const std::vector<SalesforceSubrequest> &reads)
{
    QJsonArray parts;
    for (const SalesforceSubrequest &read : reads) {
        QJsonObject part;
        part.insert(QLatin1String("method"), QLatin1String("GET"));
        part.insert(QLatin1String("url"), QString::fromStdString(read.path));
        part.insert(QLatin1String("referenceId"),
                    QString(QLatin1String("r") + QString::number(parts.size())));
        if (!read.headers.empty()) {
            QJsonObject headers;
            for (const auto &[name, value] : read.headers)
                headers.insert(QString::fromStdString(name), QString::fromStdString(value));
            part.insert(QLatin1String("httpHeaders"), headers);
        }
        parts.append(part);
    }
    QJsonObject body;
    body.insert(QLatin1String("allOrNone"), false);
    body.insert(QLatin1String("compositeRequest"), parts);
    return QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace topline::crm
