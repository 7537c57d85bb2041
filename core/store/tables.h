// All table classes over one connection, by name. Made by Workspace and WorkspaceReader; used by
// the engine. Writing functions work inside the caller's transaction (CHECK otherwise) and fail
// with ReadOnly on a reader.
#pragma once

#include "core/store/account_figures.h"
#include "core/store/action_store.h"
#include "core/store/catalogue_store.h"
#include "core/store/command_store.h"
#include "core/store/conflict_store.h"
#include "core/store/connection_store.h"
#include "core/store/decision_store.h"
#include "core/store/derived_store.h"
#include "core/store/event_store.h"
#include "core/store/forecast_store.h"
#include "core/store/held_deletes.h"
#include "core/store/history_store.h"
#include "core/store/import_store.h"
#include "core/store/ledger_store.h"
#include "core/store/link_store.h"
#include "core/store/mail_store.h"
#include "core/store/match_store.h"
#include "core/store/merge_store.h"
#include "core/store/model_store.h"
#include "core/store/outbox_store.h"
#include "core/store/qualification_store.h"
#include "core/store/record_store.h"
#include "core/store/request_log.h"
#include "core/store/risk_store.h"
#include "core/store/search_store.h"
#include "core/store/settings_store.h"
#include "core/store/signal_fact_store.h"
#include "core/store/source_field_store.h"
#include "core/store/subscription_store.h"
#include "core/store/sync_object_store.h"
#include "core/store/visitor_store.h"

namespace topline::store {

struct Tables {
    explicit Tables(Database &database)
        : settings(database)
        , catalogue(database)
        , records(database)
        , subscriptions(database)
        , events(database)
        , history(database)
        , derived(database)
        , actions(database)
        , decisions(database)
        , outbox(database)
        , commands(database)
        , ledger(database)
        , imports(database)
        , sourceFields(database)
        , search(database)
        , links(database)
        , mail(database)
        , matches(database)
        , merges(database)
        , connections(database)
        , syncObjects(database)
        , conflicts(database)
        , heldDeletes(database)
        , requests(database)
        , forecasts(database)
        , models(database)
        , risk(database)
        , signalFacts(database)
        , visitors(database)
        , qualification(database)
        , accountFigures(database)
    {
    }

    SettingsStore settings;
    CatalogueStore catalogue;
    RecordStore records;
    SubscriptionStore subscriptions;
    EventStore events;
    HistoryStore history;
    DerivedStore derived;
    ActionStore actions;
    DecisionStore decisions;
    OutboxStore outbox;
    CommandStore commands;
    LedgerStore ledger;
    ImportStore imports;
    SourceFieldStore sourceFields;
    SearchStore search;
    LinkStore links;
    MailStore mail;
    MatchStore matches;
    MergeStore merges;
    ConnectionStore connections;
    SyncObjectStore syncObjects;
    ConflictStore conflicts;
    HeldDeletes heldDeletes;
    RequestLog requests;
    ForecastStore forecasts;
    ModelStore models;
    RiskStore risk;
    SignalFactStore signalFacts;
    VisitorStore visitors;
    QualificationStore qualification;
    AccountFiguresStore accountFigures;
};

} // namespace topline::store
