// JSON answers of the fake HubSpot. Used by its parts only, on the thread that serves a request.
// Pure; what is not there is empty.
#pragma once

#include "tests/fakes/http_message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

using namespace Qt::Literals::StringLiterals;

inline QString qs(const std::string &text)
{
    return QString::fromStdString(text);
}

inline std::string text(const QJsonValue &value)
{
    return value.toString().toStdString();
}

inline Response json(int status, const QJsonObject &body)
{
    Response out;
    out.status = status;
    out.headers = {{"Content-Type", "application/json;charset=utf-8"}};
    out.body = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    return out;
}

inline Response failure(int status, const std::string &category, const std::string &message,
                        const QJsonArray &errors = {})
{
    QJsonObject body{{"status"_L1, "error"_L1},
                     {"message"_L1, qs(message)},
                     {"correlationId"_L1, "c0ffee00-0000-4000-8000-000000000001"_L1},
                     {"category"_L1, qs(category)}};
    if (!errors.isEmpty())
        body.insert("errors"_L1, errors);
    return json(status, body);
}

inline std::vector<std::string> texts(const QJsonArray &array)
{
    std::vector<std::string> out;
    for (const auto &one : array)
        out.push_back(text(one));
    return out;
}

inline Response noSuchProperty(const std::vector<std::string> &names)
{
    QJsonArray errors;
    for (const std::string &name : names)
        errors.append(
            QJsonObject{{"message"_L1, qs("Property \"" + name + "\" does not exist")},
                        {"code"_L1, "PROPERTY_DOESNT_EXIST"_L1},
                        {"context"_L1, QJsonObject{{"propertyName"_L1, QJsonArray{qs(name)}}}}});
    return failure(400, "VALIDATION_ERROR", "Property values were not valid.", errors);
}

inline bool hasOnly(const QJsonObject &object, const std::set<std::string> &allowed)
{
    const QStringList keys = object.keys();
    return std::all_of(keys.begin(), keys.end(),
                       [&](const QString &key) { return allowed.count(key.toStdString()) > 0; });
}

} // namespace topline::fakes
