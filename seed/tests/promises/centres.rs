use std::collections::HashSet;

use seed::{Reliability, centres, members, regional_support_office};

use crate::{assert_all_different, shape};

#[test]
fn there_are_28_centres_of_which_3_are_from_memory() {
    let centres = centres();
    assert_eq!(centres.len(), 28);
    let (checked, remembered): (Vec<_>, Vec<_>) =
        centres.into_iter().partition(|centre| centre.reliability == Reliability::Checked);
    assert_eq!((checked.len(), remembered.len()), (25, 3));
}

#[test]
fn every_centre_has_a_code_and_a_short_name_of_its_own() {
    assert_all_different(centres().iter().map(|centre| &centre.code));
    assert_all_different(centres().iter().map(|centre| &centre.short_name));
}

#[test]
fn no_two_organisations_share_a_code() {
    let of_members = members().into_iter().map(|member| member.code);
    let of_centres = centres().into_iter().map(|centre| centre.code);
    let of_the_office = [regional_support_office().code.to_owned()];
    assert_all_different(of_members.chain(of_centres).chain(of_the_office));
}

#[test]
fn every_host_is_a_member() {
    let members: HashSet<String> = members().into_iter().map(|member| member.code).collect();
    for centre in centres() {
        assert!(centre.host_member_code.is_none_or(|host| members.contains(&host)));
    }
}

#[test]
fn only_the_four_partners_outside_the_membership_have_no_host() {
    let members: HashSet<String> = members().into_iter().map(|member| member.code).collect();
    let centres = centres();
    let partners: Vec<_> =
        centres.iter().filter(|centre| centre.host_member_code.is_none()).collect();
    assert_eq!(partners.len(), 4);
    assert!(partners.iter().all(|partner| !members.contains(&partner.host_country_code)));
}

#[test]
fn every_centre_stands_in_a_country_and_serves_a_goal() {
    for centre in centres() {
        assert_eq!(shape(&centre.host_country_code), "AA");
        assert!(!centre.expertise.is_empty(), "{}", centre.code);
        assert_all_different(centre.expertise);
    }
}
