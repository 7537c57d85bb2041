#include "core/store/json_list.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace topline::store {

std::string jsonList(const std::vector<std::string> &texts)
{
    QJsonArray out;
    for (const auto &text : texts)
        out.append(QString::fromStdString(text));
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace topline::store
