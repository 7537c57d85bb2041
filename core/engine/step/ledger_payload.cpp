#include "core/engine/step/ledger_payload.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace topline::engine {

std::string canonicalJson(const Payload &payload)
{
    struct ToJson {
        QJsonValue operator()(std::int64_t value) const
        {
            return QJsonValue(static_cast<qint64>(value));
        }

        QJsonValue operator()(const std::string &value) const
        {
            return QJsonValue(QString::fromStdString(value));
        }

        QJsonValue operator()(bool value) const { return QJsonValue(value); }
    };

    QJsonObject object; // keeps its keys in ascending order
    for (const auto &[key, value] : payload)
        object.insert(QString::fromStdString(key), std::visit(ToJson{}, value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace topline::engine
