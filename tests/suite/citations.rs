//! Citations: what reference managers read is what the records say.

use std::io::Write;
use std::process::{Command, Stdio};

use cybernorms::{ActRef, Bibliography, Date, NormGraph, Report, ReportKind};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::worlds::{World, worlds};

/// Texts that try to break out of every format, each as the title, the name of the issuer, the symbol and the note of a report.
const HOSTILE: &[&str] = &[
    r#"quotes " ' `` and back\slash \end{document} {{open"#,
    "braces } close } and % comment $x_1^2$ #1 & ~tilde~ @article{trap, title={no}}",
    "ER  - \r\nTY  - BOOK\nTI  - trap",
    "<b>bold</b> &amp; ]]> <script>alert(1)</script> | pipe",
    "=HYPERLINK(\"https://example.org\") {record|port} \\l",
    "nul \u{0} bell \u{7} escape \u{1b} line\u{2028}separator",
    "\u{202e}right to left\u{202c} مرحبا שלום 😀 e\u{301} Ω",
    "null",
    "and others and {and}, Jr.",
];

fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A report for each text.
fn of_titles<'t>(texts: impl Iterator<Item = &'t str>) -> NormGraph {
    use std::fmt::Write;
    let (mut actors, mut reports) = (String::new(), String::new());
    for (number, text) in texts.enumerate() {
        let text = yaml(text);
        writeln!(actors, "actor-{number}:\n  name: {text}\n  kind: academia").unwrap();
        writeln!(
            reports,
            "report-{number}:\n  title: {text}\n  short: {text}\n  symbol: {text}\n  note: {text}\n  kind: guideline\n  issued_by: actor-{number}\n  date: 2015-0{}\n  evidence: official-text\n  source: {{url: 'https://example.org/{{a}}?b=%20\\_#c', read: 2016, second: 'https://example.org/'}}\n  acts: [{{verb: comments-on, object: actor-0, at: page 3}}, {{verb: supports, object: actor-0, at: page 5}}]",
            number % 9 + 1
        ).unwrap();
    }
    let files =
        [("actors/a.yaml", actors), ("reports/r.yaml", reports), ("themes.yaml", "core: {title: C, meaning: C}\n".to_owned())];
    NormGraph::from_files(files).unwrap_or_else(|error| panic!("{error}"))
}

fn hostile() -> NormGraph {
    let long = "x".repeat(10_000);
    of_titles(HOSTILE.iter().copied().chain([long.as_str()]))
}

fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() || c == '\u{2028}' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Key, title, date, issuers, symbol, address and day of reading, as a record has them.
fn facts(graph: &NormGraph) -> Vec<Value> {
    let facts = graph.reports().map(|report| {
        let issuers: Vec<String> = report.issued_by.iter().map(|id| one_line(graph.get(id.as_str()).unwrap().title())).collect();
        let source = report.source.as_ref();
        let url = source.and_then(|source| source.url.as_deref());
        json!([
            report.id().as_str(),
            one_line(&report.title),
            report.date.to_string(),
            issuers,
            report.symbol.as_deref().map(one_line),
            url,
            url.and(source.unwrap().read).map(|read| read.to_string()),
        ])
    });
    facts.collect()
}

/// What a Python package reads, or nothing if it is not installed.
fn judged(package: &str, program: &str, text: &str) -> Option<Vec<Value>> {
    let found = Command::new("python3").args(["-c", &format!("import {package}")]).output();
    if !found.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "CI has {package}");
        eprintln!("{package} is not installed: this judge is missing");
        return None;
    }
    let program = format!(
        "import io, json, sys\n\
         text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='').read()\n\
         clean = lambda text: None if text is None else ' '.join(text.split())\n\
         {program}\n\
         print(json.dumps(found))"
    );
    let mut child = Command::new("python3")
        .args(["-c", &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "{package}: {}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn same(found: &[Value], expected: &[Value]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
}

#[test]
fn bibtexparser_reads_every_report() {
    // The names of five characters are added to those that the decoder knows.
    let program = r"
import bibtexparser
from pylatexenc import latex2text as l
known = l.get_default_latex_context_db()
words = {'braceleft': '{', 'braceright': '}', 'less': '<', 'greater': '>', 'bar': '|', 'asciicircum': '^'}
known.add_context_category('more', prepend=True, macros=[l.MacroTextSpec('text' + word, simplify_repl=c) for word, c in words.items()])
decoder = l.LatexNodes2Text(latex_context=known, keep_comments=True, strict_latex_spaces=True, math_mode='verbatim')
def plain(value):
    # Ligatures are matters of the typesetter.
    return None if value is None else clean(decoder.latex_to_text(value.replace('``', '\u0001'))).replace('\u0001', '``')
library = bibtexparser.parse_string(text)
assert not library.failed_blocks, library.failed_blocks
found = []
for entry in library.entries:
    field = {f.key: f.value for f in entry.fields}
    number = field.get('number')
    assert field['date'].split('-')[0] == field['year']
    assert field['author'][0] == '{' and field['title'][0] == '{'
    found.append([entry.key, plain(field['title'][1:-1]), field['date'], [plain(a) for a in field['author'][1:-1].split('} and {')],
                  plain(number), field.get('url'), field.get('urldate')])";
    let shipped = NormGraph::embedded();
    if let Some(found) = judged("bibtexparser", program, &Bibliography::of(shipped.reports()).bibtex().to_string()) {
        same(&found, &facts(shipped));
    }
    let hostile = hostile();
    if let Some(found) = judged("bibtexparser", program, &Bibliography::of(hostile.reports()).bibtex().to_string()) {
        // In an address what would end the field is written in percents.
        let address = "https://example.org/%7Ba%7D?b=%20%5C_#c";
        let mut expected = facts(&hostile);
        for fact in &mut expected {
            fact[5] = address.into();
        }
        same(&found, &expected);
    }
}

#[test]
fn rispy_reads_every_report() {
    let program = r"
import rispy
date = lambda text: None if text is None else '-'.join(part for part in text.split('/') if part)
found = []
for entry in rispy.loads(text):
    assert entry['date'].split('/')[0] == entry['year']
    assert entry['type_of_work'] and entry['notes'] and entry['name_of_database'].startswith('cybernorms')
    found.append([entry['id'], clean(entry['title']), date(entry['date']), [clean(a) for a in entry['authors']],
                  clean(entry.get('issn')), entry.get('urls', [None])[0], date(entry.get('access_date'))])";
    for graph in [NormGraph::embedded(), &hostile()] {
        if let Some(found) = judged("rispy", program, &Bibliography::of(graph.reports()).ris().to_string()) {
            same(&found, &facts(graph));
        }
    }
}

#[test]
fn a_processor_of_csl_sets_every_report() {
    let program = r"
import warnings
warnings.simplefilter('error')
from citeproc import CitationStylesStyle, CitationStylesBibliography, Citation, CitationItem, formatter
from citeproc.source.json import CiteProcJSON
items = json.loads(text)
source = CiteProcJSON(items)
style = CitationStylesStyle('harvard-cite-them-right', validate=False)
bibliography = CitationStylesBibliography(style, source, formatter.plain)
for item in items:
    bibliography.register(Citation([CitationItem(item['id'])]))
assert len(bibliography.bibliography()) == len(items)
def date(value):
    parts = [value.get('year'), value.get('month'), value.get('day')]
    return '-'.join('%02d' % part for part in parts if part)
found = []
for item in items:
    read = source[item['id']]
    accessed = read.get('accessed')
    found.append([item['id'], clean(str(read['title'])), date(dict(read['issued'])), [clean(a['literal']) for a in item['author']],
                  clean(item.get('number')), item.get('URL'), date(dict(accessed)) if accessed else None])";
    let shipped = NormGraph::embedded();
    if let Some(found) = judged("citeproc", program, &Bibliography::of(shipped.reports()).csl_json().to_string()) {
        same(&found, &facts(shipped));
    }
}

#[test]
fn json_keeps_every_text_letter_by_letter() {
    let hostile = hostile();
    let json = Bibliography::of(hostile.reports()).csl_json().to_string();
    let items: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(items.len(), HOSTILE.len() + 1);
    for (item, report) in items.iter().zip(hostile.reports()) {
        for field in ["title", "title-short", "number"] {
            assert_eq!(item[field], report.title, "{field}");
        }
        assert_eq!(item["issued"]["date-parts"], json!([[2015, report.date.month()]]));
        assert_eq!(item["accessed"]["date-parts"], json!([[2016]]));
    }
    assert!(!json.contains("</script>"));
}

#[test]
fn kinds_become_the_nearest_kinds_and_keep_their_own_name() {
    let graph = NormGraph::embedded();
    let items: Vec<Value> = serde_json::from_str(&Bibliography::of(graph.reports()).csl_json().to_string()).unwrap();
    for (item, report) in items.iter().zip(graph.reports()) {
        let genre = item["genre"].as_str().unwrap().to_lowercase();
        let expected = match report.kind {
            ReportKind::Treaty => "treaty",
            ReportKind::Directive => "legislation",
            ReportKind::RecordPage => "webpage",
            ReportKind::Statement | ReportKind::Letter | ReportKind::Transcript | ReportKind::Draft => "document",
            ReportKind::Decision if genre == "judgment" => "legal_case",
            _ => "report",
        };
        assert_eq!(item["type"], expected, "{report}");
        assert!(genre.replace(' ', "-").contains(report.kind.as_str()) || genre == "judgment", "{report}: {genre}");
    }
    assert_eq!(items.iter().filter(|item| item["type"] == "legal_case").count(), 2, "both judgments of the Court");
}

#[test]
fn what_is_missing_is_said_and_what_is_second_is_kept() {
    let graph = NormGraph::embedded();
    let has = |report: &cybernorms::Ref<'_, Report>| report.source.is_some();
    for report in graph.reports().filter(has) {
        let source = report.source.as_ref().unwrap();
        let entry = Bibliography::of([report]);
        let written = [entry.ris().to_string(), entry.to_string()];
        let json: Value = serde_json::from_str(&entry.csl_json().to_string()).unwrap();
        if let Some(missing) = &source.missing {
            assert!(written.iter().all(|text| text.contains(&one_line(missing))), "{report}");
            assert!(source.url.is_some() || json[0]["note"].as_str().unwrap().starts_with("No address: "), "{report}");
        }
        if let Some(second) = &source.second {
            assert!(written.iter().all(|text| text.contains(second.as_str())), "{report}");
            assert!(json[0]["annote"].as_str().unwrap().contains(second.as_str()), "{report}");
        }
    }
    let captions = Bibliography::of([graph.report("igf-2019-of-22").unwrap()]);
    assert!(captions.bibtex().to_string().contains("note = {Live captions made by machine, with errors.}"));
}

#[test]
fn an_entry_of_an_overlay_says_so() {
    let files = [(
        "reports/o.yaml",
        "told-us:\n  title: What they told us\n  kind: letter\n  issued_by: nld\n  date: 2025\n  evidence: official-statement\n  acts: [{verb: supports, object: ihl-applies, at: whole}]\n",
    )];
    let graph = NormGraph::embedded().overlay_from_files(files).unwrap();
    let norm = graph.norm("ihl-applies").unwrap();
    let entry = Bibliography::of([graph.report("told-us").unwrap()]).ris().to_string();
    assert!(
        entry.contains("No address is recorded.") && entry.contains("From an overlay, not from the published data."),
        "{entry}"
    );
    let published = norm.within(graph.now().published()).trace().bibliography();
    assert_eq!(published.references.len() + 1, norm.trace().bibliography().references.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_report_is_cited_once_in_the_order_of_the_acts(world in worlds(), day in 2000u16..2031) {
        let view = world.0.as_of(day.to_string().parse::<Date>().unwrap());
        let World(_) = &world;
        let acts: Vec<ActRef<'_>> = view.acts().iter().collect();
        let mut expected: Vec<&str> = Vec::new();
        for act in &acts {
            let id = act.report().id().as_str();
            if !expected.contains(&id) {
                expected.push(id);
            }
        }
        let cited = Bibliography::of(acts);
        let found: Vec<&str> = cited.references.iter().map(|entry| entry.report.id().as_str()).collect();
        prop_assert_eq!(&found, &expected);
        let keys = |text: String, start: &str| -> Vec<String> {
            text.lines().filter_map(|line| line.strip_prefix(start).map(|key| key.trim_end_matches(',').to_owned())).collect()
        };
        prop_assert_eq!(keys(cited.ris().to_string(), "ID  - "), found);
    }

    #[test]
    fn no_text_breaks_out(title in "\\PC{0,40}|[\\\\{}%@\"\n\r<>~^ a-z-]{0,40}") {
        let title = format!("T{title}");
        let graph = of_titles([title.as_str()].into_iter());
        let cited = Bibliography::of(graph.acts());
        let items: Vec<Value> = serde_json::from_str(&cited.csl_json().to_string()).unwrap();
        prop_assert_eq!(items[0]["title"].as_str().unwrap(), title.as_str());
        prop_assert_eq!(items[0]["note"].as_str().unwrap(), "Cited at page 3; page 5.");
        let depth = cited.bibtex().to_string().chars().try_fold(0usize, |depth, c| match c {
            '{' => Some(depth + 1),
            '}' => depth.checked_sub(1),
            _ => Some(depth),
        });
        prop_assert_eq!(depth, Some(0));
        let plain = of_titles(["T"].into_iter());
        let lines = |text: String| text.split(['\n', '\r']).map(|line| line.chars().take(6).collect::<String>()).collect::<Vec<_>>();
        prop_assert_eq!(lines(cited.ris().to_string()), lines(Bibliography::of(plain.acts()).ris().to_string()));
    }
}
