# The catalogue: goals, course types, courses.
goal-early-detection = Early detection
goal-early-detection-what = Data and intelligence sharing, public awareness
goal-prevention = Prevention
goal-prevention-what = Borders and the work against smuggling and trafficking networks
goal-protection = Protection
goal-protection-what = People in need of protection, movements by sea
goal-migration-management = Migration management
goal-migration-management-what = Border systems, identity, voluntary return
goal-special-projects = Special projects
goal-special-projects-what = Work beside the four goals: trafficking, victims, training of trainers
catalogue-search-label = Search titles, modules and summaries
