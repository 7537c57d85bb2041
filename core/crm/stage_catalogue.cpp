#include "core/crm/stage_catalogue.h"

#include <algorithm>

namespace topline::crm {

using domain::StageKind;

namespace {

std::string idFor(std::string_view pipeline, std::string_view name)
{
    std::string out(pipeline);
    if (!out.empty())
        out += "/";
    return out.append(name);
}

} // namespace

std::optional<StageKind> closedKindOf(std::string_view name)
{
    const std::string key = nameKey(name);
    if (key == "won" || key == "closedwon")
        return StageKind::Won;
    if (key == "lost" || key == "closedlost")
        return StageKind::Lost;
    return std::nullopt;
}

StageCatalogue::StageCatalogue(const std::vector<StageSpec> &listed)
    : m_listed(listed)
{
    for (const StageSpec &stage : m_listed) {
        int &next = m_nextOrder[nameKey(stage.pipeline)];
        next = std::max(next, stage.order + 1);
    }
}

const StageSpec *StageCatalogue::listedStage(std::string_view pipeline, std::string_view name) const
{
    const StageSpec *anyPipeline = nullptr;
    for (const StageSpec &stage : m_listed) {
        if (nameKey(stage.name) != nameKey(name))
            continue;
        if (nameKey(stage.pipeline) == nameKey(pipeline))
            return &stage;
        if (stage.pipeline.empty())
            anyPipeline = &stage;
    }
    return anyPipeline;
}

void StageCatalogue::add(domain::Stage &stage)
{
    if (stage.remoteId.empty())
        stage.remoteId = idFor(stage.pipeline, stage.name);
    m_kindById[stage.remoteId] = stage.kind;
    m_idByName.emplace(std::pair(nameKey(stage.pipeline), nameKey(stage.name)), stage.remoteId);
    int &next = m_nextOrder[nameKey(stage.pipeline)];
    next = std::max(next, stage.order + 1);
}

bool StageCatalogue::knows(const StageMention &mention) const
{
    return m_kindById.contains(std::string(mention.text)) ||
           m_idByName.contains({nameKey(mention.pipeline), nameKey(mention.text)}) ||
           listedStage(mention.pipeline, mention.text) != nullptr;
}

std::string StageCatalogue::resolve(const StageMention &mention,
                                    std::vector<domain::Stage> &created)
{
    std::string text(mention.text);
    if (m_kindById.contains(text))
        return text;
    const std::pair key(nameKey(mention.pipeline), nameKey(mention.text));
    if (const auto found = m_idByName.find(key); found != m_idByName.end())
        return found->second;

    domain::Stage stage;
    stage.name = text;
    stage.pipeline = std::string(mention.pipeline);
    const StageSpec *listed = listedStage(mention.pipeline, mention.text);
    if (listed != nullptr) {
        stage.name = listed->name;
        stage.kind = listed->kind;
        stage.order = listed->order;
        int &next = m_nextOrder[key.first];
        next = std::max(next, static_cast<int>(m_listed.size()));
    } else {
        if (mention.won.value_or(false))
            stage.kind = StageKind::Won;
        else if (mention.closed.value_or(false))
            stage.kind = StageKind::Lost;
        else if (!mention.won && !mention.closed)
            stage.kind = closedKindOf(mention.text).value_or(StageKind::Open);
        stage.order = m_nextOrder[key.first]++;
    }
    add(stage);
    created.push_back(stage);
    return stage.remoteId;
}

StageKind StageCatalogue::kindOf(const std::string &remoteId) const
{
    const auto found = m_kindById.find(remoteId);
    return found != m_kindById.end() ? found->second : StageKind::Open;
}

} // namespace topline::crm
