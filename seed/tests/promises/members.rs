use seed::{Member, MemberKind, members};

use crate::{assert_all_different, assert_language_tag, shape};

fn count(kind: MemberKind) -> usize {
    members().iter().filter(|member| member.kind == kind).count()
}

fn states_and_territories() -> Vec<Member> {
    members().into_iter().filter(|member| member.kind != MemberKind::Organisation).collect()
}

#[test]
fn there_are_42_states_3_territories_and_4_organisations() {
    assert_eq!(count(MemberKind::State), 42);
    assert_eq!(count(MemberKind::Territory), 3);
    assert_eq!(count(MemberKind::Organisation), 4);
    assert_eq!(members().len(), 49);
}

#[test]
fn every_member_has_a_code_of_its_own() {
    assert_all_different(members().iter().map(|member| &member.code));
    assert_all_different(members().iter().filter_map(|member| member.alpha3.as_ref()));
}

#[test]
fn every_name_and_alias_means_one_member() {
    let names = members().into_iter().flat_map(|member| [vec![member.name], member.aliases]);
    assert_all_different(names.flatten().map(|name| name.to_lowercase()));
}

#[test]
fn every_state_and_territory_has_iso_codes_and_a_subregion() {
    for member in states_and_territories() {
        assert_eq!(shape(&member.code), "AA");
        assert_eq!(member.alpha3.as_deref().map(shape), Some("AAA".to_owned()), "{}", member.code);
        assert!(member.subregion.is_some(), "{}", member.code);
    }
}

#[test]
fn every_state_and_territory_has_a_tile_of_its_own_within_13_by_10() {
    let tiles: Vec<_> = states_and_territories().iter().filter_map(|member| member.tile).collect();
    assert_eq!(tiles.len(), 45);
    assert!(tiles.iter().all(|tile| tile.column < 13 && tile.row < 10));
    assert_all_different(tiles);
}

#[test]
fn organisations_stand_on_no_map() {
    for member in members().iter().filter(|member| member.kind == MemberKind::Organisation) {
        assert_eq!((member.tile, &member.subregion, &member.alpha3), (None, &None, &None));
        assert!(member.code.len() <= 5, "{}", member.code);
    }
}

#[test]
fn every_member_has_well_formed_languages() {
    for member in members() {
        assert!(!member.official_languages.is_empty(), "{}", member.code);
        member.official_languages.iter().for_each(|tag| assert_language_tag(tag));
    }
}
