use std::collections::HashSet;

use seed::{Account, Role, centres, demonstration_accounts, members, regional_support_office};

use crate::assert_all_different;

fn roles_and_organisations() -> Vec<(&'static str, &'static str)> {
    let memberships = demonstration_accounts().into_iter().flat_map(|account| account.memberships);
    memberships.map(|held| (held.role.as_str(), held.organisation_code)).collect()
}

#[test]
fn somebody_stands_in_every_role() {
    let mut roles = roles_and_organisations();
    roles.sort_unstable();
    let expected = [
        ("administrator", "RSO"),
        ("agency_nominator", "BD"),
        ("auditor", "RSO"),
        ("course_editor", "ABFC"),
        ("course_editor", "JCLEC"),
        ("course_editor", "JCLEC"),
        ("deputy_focal_point", "BD"),
        ("deputy_focal_point", "FJ"),
        ("focal_point", "BD"),
        ("focal_point", "FJ"),
        ("rso_manager", "RSO"),
        ("rso_officer", "RSO"),
        ("rso_officer", "RSO"),
        ("training_director", "ABFC"),
        ("training_director", "JCLEC"),
    ];
    assert_eq!(roles, expected);
}

#[test]
fn one_person_of_14_holds_two_memberships() {
    let accounts = demonstration_accounts();
    assert_eq!(accounts.len(), 14);
    let several: Vec<&Account> =
        accounts.iter().filter(|account| account.memberships.len() > 1).collect();
    assert_eq!(several.len(), 1);
    assert_eq!(several[0].memberships.len(), 2);
}

#[test]
fn every_person_has_a_name_and_an_address_that_cannot_exist() {
    let accounts = demonstration_accounts();
    assert_all_different(accounts.iter().map(|account| account.full_name));
    assert_all_different(accounts.iter().map(|account| account.email));
    assert!(accounts.iter().all(|account| account.email.ends_with(".example")));
}

#[test]
fn every_person_belongs_to_a_known_organisation() {
    let of_members = members().into_iter().map(|member| member.code);
    let of_centres = centres().into_iter().map(|centre| centre.code);
    let of_the_office = [regional_support_office().code.to_owned()];
    let known: HashSet<String> = of_members.chain(of_centres).chain(of_the_office).collect();
    for (role, organisation) in roles_and_organisations() {
        assert!(known.contains(organisation), "{role} of {organisation}");
    }
}

#[test]
fn agency_nominators_and_nobody_else_act_for_an_agency() {
    for held in demonstration_accounts().iter().flat_map(|account| &account.memberships) {
        let expected = (held.role == Role::AgencyNominator).then_some("Special Branch, Dhaka");
        assert_eq!(held.agency, expected);
    }
}

#[test]
fn a_member_has_one_lead() {
    let lead = Role::FocalPoint { lead: true };
    let accounts = demonstration_accounts();
    let memberships = accounts.iter().flat_map(|account| &account.memberships);
    let leads = memberships.filter(|held| held.role == lead);
    assert_all_different(leads.map(|held| held.organisation_code));
}
