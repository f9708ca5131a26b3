# The course editor: its parts, and two people at work on one.
editor-about = About the course
editor-deliveries = How it is held
editor-conflict-how = All that you typed is still in the form. Choose a text for each field that you both wrote, or write a third one in the form below, then save. What your colleague changed elsewhere is kept.
editor-conflict-save = Save these choices
