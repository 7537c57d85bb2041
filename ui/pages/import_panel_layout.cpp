#include "ui/look/fonts.h"
#include "ui/pages/footer_strip.h"
#include "ui/pages/import_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int margin = 40;
constexpr int tableReach = 8; // the fill of a table's row reaches beyond its text

QLabel *label(Type type, const QString &text, bool quiet = false)
{
    auto *made = new QLabel(text);
    made->setFont(look::font(type));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    if (quiet)
        made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

} // namespace

ImportPanel::ImportPanel(Open open, QVector<MappingPreset> presets, QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_presets(std::move(presets))
    , m_steps(new StepBar({tr("Choose files"), tr("Mapping"), tr("Dry run"), tr("Import")}, this))
    , m_pages(new QStackedWidget(this))
{
    setAcceptDrops(true);
    m_steps->setNote(0, tr("CSV, TSV or JSON Lines"));
    m_steps->setNote(1, tr("which column is what"));
    m_steps->setNote(2, tr("nothing is written"));
    m_steps->setNote(3, tr("can be stopped"));
    m_pages->addWidget(makeChooseStep());
    m_pages->addWidget(makeMappingStep());
    m_pages->addWidget(makeReportStep());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin - tableReach, margin, margin - tableReach, space::l);
    top->setSpacing(space::xl);
    auto *steps = new QVBoxLayout;
    steps->setContentsMargins(tableReach, 0, tableReach, 0);
    steps->addWidget(m_steps);
    top->addLayout(steps);
    top->addWidget(m_pages, 1);
    layout->addLayout(top, 1);
    layout->addWidget(makeFooter());
    setPaths({});
}

QWidget *ImportPanel::makeChooseStep()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(tableReach, 0, tableReach, 0);
    layout->setSpacing(space::m);
    layout->addWidget(label(Type::FigureTitle, tr("Which files?")));
    layout->addWidget(label(Type::Body,
                            tr("A folder with an export of your CRM, or single files. "
                               "They are only read."),
                            true));
    auto *buttons = new QHBoxLayout;
    auto *folder = new Button(Button::Kind::Secondary, tr("Choose a folder…"));
    folder->setIconKind(Icon::Folder);
    auto *files = new Button(Button::Kind::Secondary, tr("Choose files…"));
    files->setIconKind(Icon::FileTable);
    connect(folder, &Button::clicked, this, &ImportPanel::chooseFolder);
    connect(files, &Button::clicked, this, &ImportPanel::chooseFiles);
    buttons->addWidget(folder);
    buttons->addWidget(files);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_files = new QListWidget;
    m_files->setAccessibleName(tr("Chosen files"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setSelectionMode(QAbstractItemView::NoSelection);
    layout->addWidget(m_files, 1);
    return page;
}

QWidget *ImportPanel::makeMappingStep()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(tableReach, 0, tableReach, 0);
    layout->setSpacing(space::m);
    layout->addWidget(label(Type::FigureTitle, tr("What is in them?")));
    m_records = new QRadioButton(tr("CRM records: companies, contacts, deals, activities"));
    m_events = new QRadioButton(tr("Buyer events: page views, opens, replies, meetings"));
    m_records->setChecked(true);
    layout->addWidget(m_records);
    layout->addWidget(m_events);
    layout->addSpacing(space::s);
    layout->addWidget(label(Type::DenseHead, tr("Mapping")));
    layout->addWidget(label(Type::Body,
                            tr("A mapping says which column is what. Left to Topline, it "
                               "recognises the export by its columns."),
                            true));
    auto *row = new QHBoxLayout;
    m_mapping = new QComboBox;
    m_mapping->setAccessibleName(tr("Mapping"));
    m_mapping->setMinimumWidth(320);
    m_mapping->addItem(tr("Recognise it by its columns"), QString());
    for (const MappingPreset &preset : m_presets)
        m_mapping->addItem(preset.title, preset.name);
    auto *own = new Button(Button::Kind::Secondary, tr("Own mapping file…"));
    connect(own, &Button::clicked, this, &ImportPanel::chooseMappingFile);
    row->addWidget(m_mapping);
    row->addWidget(own);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    connect(m_events, &QRadioButton::toggled, this, [this, own](bool events) {
        m_mapping->setEnabled(!events);
        own->setEnabled(!events);
    });
    return page;
}

QWidget *ImportPanel::makeReportStep()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_headline = label(Type::FigureTitle, QString());
    m_sentence = label(Type::Body, QString(), true);
    m_progressLine = label(Type::Dense, QString(), true);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setFixedHeight(look::height::inlineChip);
    m_report = new ImportReportView;
    auto *words = new QVBoxLayout;
    words->setContentsMargins(tableReach, 0, tableReach, 0);
    words->setSpacing(space::s);
    words->addWidget(m_headline);
    words->addWidget(m_sentence);
    words->addWidget(m_bar);
    words->addWidget(m_progressLine);
    layout->addLayout(words);
    layout->addWidget(m_report, 1);
    layout->addStretch(0);
    return page;
}

QWidget *ImportPanel::makeFooter()
{
    auto *strip = new FooterStrip(this);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(space::m);
    m_back = new Button(Button::Kind::Outlined, tr("Back"));
    m_next = new Button(Button::Kind::Primary, tr("Next"));
    m_next->setKeyHint(tr("Enter"));
    m_footerNote = label(Type::Dense, QString(), true);
    connect(m_back, &Button::clicked, this, &ImportPanel::back);
    connect(m_next, &Button::clicked, this, &ImportPanel::next);
    layout->addWidget(m_back);
    layout->addWidget(m_footerNote, 1);
    layout->addWidget(m_next);
    return strip;
}

} // namespace topline::pages
