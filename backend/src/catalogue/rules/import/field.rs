//! Which column of a table holds what, told from its heads.
use serde::{Deserialize, Serialize};

use crate::base::closed_list::closed_list;
use crate::base::tables::Row;
use crate::catalogue::rules::fold;

/// Rows among which the heads of the columns are looked for.
const LOOKED_AT: usize = 30;

closed_list! {
    /// What a column holds.
    Field {
        /// The title.
        Title = "title", "course-title";
        /// The code of the course.
        Code = "code", "course-code";
        /// The centre.
        Centre = "centre", "facet-centre";
        /// The goal of the work plan.
        Goal = "goal", "course-goal";
        /// The course type.
        Type = "course_type", "course-type";
        /// Regional or national.
        Level = "levels", "course-delivery";
        /// The first day.
        Start = "start", "import-field-start";
        /// The last day, or how many days.
        End = "end", "import-field-end";
        /// Where.
        Venue = "venue", "import-field-venue";
        /// The languages.
        Languages = "languages", "course-languages";
        /// How many participants.
        Participants = "participants", "import-field-participants";
        /// Who should come.
        Audience = "audience", "course-audience";
        /// Remarks.
        Remarks = "remarks", "import-field-remarks";
        /// The number of the row.
        Number = "number", "import-field-number";
    }
}

/// The beginnings of heads, folded and without signs; the longest that fits decides.
const HEADS: [(Field, &[&str]); 14] = [
    (
        Field::Title,
        &[
            "title",
            "course",
            "initiative",
            "coursetitle",
            "nameofcourse",
            "judul",
            "pelatihan",
            "kursus",
            "titre",
            "intitule",
            "عنوان",
            "اسمالدورة",
            "الدورة",
            "ชื่อหลักสูตร",
            "หลักสูตร",
            "tenkhoahoc",
        ],
    ),
    (Field::Code, &["code", "coursecode", "kode", "رمز"]),
    (
        Field::Centre,
        &[
            "centre",
            "center",
            "organiser",
            "organizer",
            "institution",
            "provider",
            "host",
            "pusat",
            "penyelenggara",
            "centrede",
            "organisateur",
            "المركز",
            "الجهة",
            "ศูนย์",
        ],
    ),
    (Field::Goal, &["goal", "goalarea", "pillar", "tujuan", "objectif", "الهدف", "เป้าหมาย"]),
    (Field::Type, &["type", "coursetype", "category", "jenis", "categorie", "النوع", "ประเภท"]),
    (
        Field::Level,
        &[
            "level",
            "regnat",
            "regional",
            "regionalnational",
            "scope",
            "tingkat",
            "niveau",
            "المستوى",
            "ระดับ",
        ],
    ),
    (
        Field::Start,
        &[
            "start",
            "startdate",
            "from",
            "date",
            "dates",
            "begin",
            "begins",
            "mulai",
            "tanggalmulai",
            "tanggal",
            "debut",
            "datededebut",
            "البداية",
            "تاريخالبدء",
            "วันเริ่ม",
            "วันที่",
        ],
    ),
    (
        Field::End,
        &[
            "end",
            "enddate",
            "duration",
            "until",
            "finish",
            "selesai",
            "tanggalselesai",
            "durasi",
            "fin",
            "datedefin",
            "duree",
            "النهاية",
            "المدة",
            "วันสิ้นสุด",
            "ระยะเวลา",
        ],
    ),
    (Field::Venue, &["venue", "place", "location", "tempat", "lokasi", "lieu", "المكان", "สถานที่"]),
    (
        Field::Languages,
        &[
            "language",
            "languages",
            "languageofinstruction",
            "bahasa",
            "langue",
            "langues",
            "اللغة",
            "اللغات",
            "ภาษา",
        ],
    ),
    (
        Field::Participants,
        &[
            "pax",
            "participants",
            "noofparticipants",
            "numberofparticipants",
            "places",
            "seats",
            "peserta",
            "jumlahpeserta",
            "nombredeparticipants",
            "المشاركون",
            "عددالمشاركين",
            "ผู้เข้าร่วม",
        ],
    ),
    (
        Field::Audience,
        &[
            "audience",
            "targetaudience",
            "targetgroup",
            "target",
            "sasaran",
            "public",
            "publiccible",
            "الفئة",
            "กลุ่มเป้าหมาย",
        ],
    ),
    (
        Field::Remarks,
        &[
            "remark",
            "remarks",
            "notes",
            "comment",
            "comments",
            "contact",
            "keterangan",
            "catatan",
            "remarques",
            "observations",
            "ملاحظات",
            "หมายเหตุ",
        ],
    ),
    (Field::Number, &["no", "nr", "number", "item", "nomor", "numero", "م", "الرقم", "ลำดับ"]),
];

/// What each column holds; none is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(pub Vec<Option<Field>>);

impl Mapping {
    /// Where a field stands.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.0.iter().position(|known| *known == Some(field))
    }

    /// How many columns hold something that is known.
    fn known(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// Reads a mapping: a title there must be, and each field once.
    pub fn is_sound(&self) -> bool {
        let once =
            |field: &Field| self.0.iter().filter(|known| **known == Some(*field)).count() <= 1;
        self.place(Field::Title).is_some() && Field::ALL.iter().all(once)
    }

    /// What the heads of a table say that its columns hold.
    pub fn of_heads(heads: &[String]) -> Self {
        let mut claims: Vec<(usize, usize, Field)> = Vec::new();
        for (column, head) in heads.iter().enumerate() {
            if let Some((length, field)) = meaning(head) {
                claims.push((length, column, field));
            }
        }
        // Where two columns could hold the same, the one whose head says more does.
        claims.sort_by_key(|(length, column, _)| (std::cmp::Reverse(*length), *column));
        let mut mapping = Self(vec![None; heads.len()]);
        for (_, column, field) in claims {
            if mapping.place(field).is_none() {
                mapping.0[column] = Some(field);
            }
        }
        mapping
    }
}

/// Letters and digits only, folded.
pub(super) fn bare(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric() || is_mark(*letter)).collect()
}

/// Marks that are letters of their script (Thai and its neighbours).
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0e31}'..='\u{0e4e}' | '\u{0eb1}'..='\u{0ece}')
}

/// What a head means, and how many letters of it say so.
fn meaning(head: &str) -> Option<(usize, Field)> {
    let whole = bare(head);
    let words: Vec<String> = fold(head)
        .split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter))
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect();
    let mut best: Option<(usize, Field)> = None;
    for (field, heads) in HEADS {
        for known in heads {
            // A whole head says more than a word of it, and the first word more than later ones.
            let weight = if whole == *known {
                100 + known.chars().count()
            } else if words.first().is_some_and(|word| word == known) {
                50 + known.chars().count()
            } else if words.iter().any(|word| word == known) {
                known.chars().count()
            } else {
                0
            };
            if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, field));
            }
        }
    }
    best
}

/// The heads of a table: the place of their row, and what they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// The place of the row among the rows.
    pub place: usize,
    /// What its cells say.
    pub texts: Vec<String>,
}

impl Heads {
    /// Finds the heads among the first rows: the row most of whose cells are known words for a
    /// field; a title must be among them, and one other thing.
    pub fn find(rows: &[Row]) -> Option<Self> {
        let mut best: Option<(usize, Self)> = None;
        for (place, row) in rows.iter().enumerate().take(LOOKED_AT) {
            let texts: Vec<String> = row.cells.iter().map(|cell| cell.value.text()).collect();
            let mapping = Mapping::of_heads(&texts);
            let known = mapping.known();
            let enough = known >= 2 && mapping.place(Field::Title).is_some();
            if enough && best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, Self { place, texts }));
            }
        }
        best.map(|(_, heads)| heads)
    }

    /// By what tables with the same heads are known again.
    pub fn fingerprint(&self) -> String {
        let heads: Vec<String> = self.texts.iter().map(|text| bare(text)).collect();
        heads.join("|").chars().take(2000).collect()
    }
}
