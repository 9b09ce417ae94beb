"""The pages that users read, held to the code: what they show is run, what they list is compared.

How a fenced block says what it is, in the words behind its language (GitHub shows none of them):

    ```yaml data/sources.yaml     a file of that name; it stands whole
    ```csv data/areas.csv +       lines to be appended to that file
    ```jinja narrative.md ~       lines that replace those which begin most like them
    ```sh                         commands that succeed; ```sh fails: the last ends with 1
    ```sh norun                   commands that no test can run
    ```text                       what the commands above it print; a line of … stands for any lines

Other blocks in yaml, jinja and markdown are parts of a brief, tried within one (test_pages.py).
To write what the commands of a page print today: python -m tests.docs docs/tutorial.md
"""
