#include "core/crm/hubspot_portal.h"

#include "core/base/number_text.h"
#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_zone.h"

#include <QJsonArray>

#include <algorithm>

namespace topline::crm {

namespace {

using domain::Stage;
using domain::StageKind;

std::string stageRemoteId(std::string pipeline, const std::string &stage)
{
    pipeline += '/';
    pipeline += stage;
    return withHubSpotPrefix(pipeline);
}

struct Ordered {
    int order = 0;
    QJsonObject object;
};

std::vector<Ordered> inOrder(const QJsonArray &array)
{
    std::vector<Ordered> out;
    for (const auto &one : array) {
        const QJsonObject object = one.toObject();
        out.push_back({object.value(QLatin1String("displayOrder")).toInt(), object});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Ordered &a, const Ordered &b) { return a.order < b.order; });
    return out;
}

// All metadata are texts. Where an account names no "isClosed", the chances at both ends say it.
StageKind kindOf(const QJsonObject &metadata)
{
    const auto chance = base::parseDecimal(jsonText(metadata, "probability"));
    const bool isSure = chance.ok() && chance->toDouble() >= 1.0;
    const bool isHopeless = chance.ok() && chance->toDouble() <= 0.0;
    const std::string closed = jsonText(metadata, "isClosed");
    if (closed == "false" || (closed.empty() && !isSure && !isHopeless))
        return StageKind::Open;
    return isSure ? StageKind::Won : StageKind::Lost;
}

} // namespace

base::Result<HubSpotPortal> readPortal(HubSpotClient &client, const CancelToken &cancel)
{
    TRY_ASSIGN(const QJsonObject body, client.read({.path = hubspotAccountPath()}, cancel));
    HubSpotPortal out;
    out.portalId = jsonId(body.value(QLatin1String("portalId")));
    if (out.portalId.empty())
        return base::Error{base::ErrorCode::Unavailable,
                           "HubSpot did not say which account this is."};
    out.accountType = jsonText(body, "accountType");
    out.uiDomain = jsonText(body, "uiDomain");
    out.zoneName = jsonText(body, "timeZone");
    if (auto zone = base::TimeZone::find(currentZoneName(out.zoneName)); zone.ok())
        out.zone = *zone;
    out.currency =
        base::Currency::parse(jsonText(body, "companyCurrency")).value_or(base::Currency{});
    client.setPortalZone(out.zone);
    return out;
}

std::string HubSpotStages::remoteId(const std::string &stage,
                                    const std::string &dealsPipeline) const
{
    if (stage.empty())
        return {};
    std::string own = stageRemoteId(dealsPipeline, stage);
    const auto isKnown = std::any_of(stages.begin(), stages.end(),
                                     [&](const Stage &one) { return one.remoteId == own; });
    const auto other = pipelineOfStage.find(stage);
    return isKnown || other == pipelineOfStage.end() ? own : stageRemoteId(other->second, stage);
}

base::Result<HubSpotStages> readStages(HubSpotClient &client, const CancelToken &cancel)
{
    TRY_ASSIGN(const QJsonObject body,
               client.read({.path = hubspotPipelinesPath("deals")}, cancel));
    if (!body.value(QLatin1String("results")).isArray())
        return base::Error{base::ErrorCode::Unavailable, "HubSpot did not name its pipelines."};
    HubSpotStages out;
    for (const Ordered &pipeline : inOrder(jsonArray(body, "results"))) {
        const std::string pipelineId = jsonId(pipeline.object.value(QLatin1String("id")));
        int position = 0;
        for (const Ordered &one : inOrder(jsonArray(pipeline.object, "stages"))) {
            const std::string stageId = jsonId(one.object.value(QLatin1String("id")));
            Stage stage;
            stage.remoteId = stageRemoteId(pipelineId, stageId);
            stage.pipeline = jsonText(pipeline.object, "label");
            stage.name = jsonText(one.object, "label");
            stage.order = position++;
            stage.kind = kindOf(jsonObject(one.object, "metadata"));
            out.stages.push_back(std::move(stage));
            out.pipelineOfStage.emplace(stageId, pipelineId);
        }
    }
    return out;
}

std::optional<HubSpotStageId> parseStageId(std::string_view remoteId)
{
    const auto id = withoutHubSpotPrefix(remoteId);
    const auto slash = id ? id->find('/') : std::string::npos;
    if (slash == std::string::npos || slash == 0 || slash + 1 == id->size())
        return std::nullopt;
    return HubSpotStageId{id->substr(0, slash), id->substr(slash + 1)};
}

} // namespace topline::crm
